const review = kobject.custom;
const stars = [1, 2, 3, 4, 5];

<div className="review">
  <div className="review-stars" title={`${review.starsNum} of 5`}>
    {stars.map((star) => (
      <span key={star} className={star <= review.starsNum ? "star star-on" : "star"}>*</span>
    ))}
  </div>
  <strong>{review.titleStr}</strong>
  <p>{review.bodyTxt}</p>
  <small>
    {review.authorStr} on {review.productStr}
    {review.verifiedBool && ", bought here"}
  </small>
</div>;
