const request = kobject.custom;
const days = request.daysNum;
let advice;
if (days <= 14) advice = "Refund in full";
else if (days <= 30) advice = "Refund as a voucher";
else advice = "Refer to the warranty";

<Container>
  <Field field="returnNumberStr" type="kobject.return" value={request.returnNumberStr} />
  <Field field="itemCountNum" type="kobject.return" value={request.itemCountNum} />
  <Field field="unopenedBool" type="kobject.return" value={request.unopenedBool} />
  <Field field="commentTxt" type="kobject.return" value={request.commentTxt} />
  <p style={{ color: days > 30 ? "#9e181e" : "#00732e" }}>{advice}, bought {days} days ago</p>
  <a href={request.labelUrl}>Print the label</a>
</Container>;
