import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, data } from "./prop-kinds.ts";

/** Pictures that need no network. */
const sky =
  "data:image/png;base64," +
  "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAGCAIAAABvrngfAAAAPElEQVR42mOoWHCpYdnVjjU3Jmy6PWPHvQX7HjKg8VccecKAxt9w6jkDGn/HhV" +
  "cMaPwD194yoPFP3PkAAF/jUN3PMrVbAAAAAElFTkSuQmCC";
const field =
  "data:image/png;base64," +
  "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAGCAIAAABvrngfAAAAOklEQVR42mOIakpJ78osmZTXOKu4b1HF7FW1DGj8FZuaGND4W3e1M6DxDx3qYU" +
  "Djnz81kQGNf+fSNAAx2T9JGBse2AAAAABJRU5ErkJggg==";

/**
 * Thumbnails of a KObject's images, each a link to the whole picture; a picture within the data is no place to go to. In a live card
 * they open large. Takes URLs, or records with `url` and `name`.
 */
export const images = defineComponent({
  name: "Images",
  purpose:
    "Thumbnails of a KObject's images, each a link to the whole picture; a live card opens them large. Takes URLs, or records with " +
    "`url` and `name`.",
  examples: [`<Images images={["${sky}", { url: "${field}", name: "Field" }]}/>`],
  props: z.looseObject({ images: data, value: data, ...common }),
  contexts: ["expanded-timeline"],
  template: `
    <div className={"kv-images" + (className ? " " + className : "")} style={style}>
      {kview.mask(images ?? value)}
      <kview.Gallery>
        {kview.images(images ?? value).map((image, index) => (
          <a
            key={index}
            className="kv-image"
            href={image.url.startsWith("data:") ? undefined : image.url}
            target="_blank"
            rel="noopener noreferrer"
          >
            <img className="kv-image-thumbnail" src={image.url} alt={image.name} loading="lazy" />
          </a>
        ))}
      </kview.Gallery>
    </div>`,
});
