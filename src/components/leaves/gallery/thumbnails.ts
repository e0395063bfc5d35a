import { type ComponentChild, type ComponentChildren, cloneElement, Fragment, toChildArray, type VNode } from "preact";

/** A picture that a thumbnail shows: what the policy let pass of its address, and the name that stands beside it. */
export interface Picture {
  readonly src: string;
  readonly name: string;
  /** Where the thumbnail leads; absent for a picture within the data. */
  readonly href: string | undefined;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

/**
 * Finds the links around pictures among what a card shows, and lets each be changed. What is read are the attributes that are written to
 * the page, which the policy has judged: a picture that it refused is none.
 */
export function mapThumbnails(
  children: ComponentChildren,
  change: (picture: Picture, thumbnail: VNode<Props>) => ComponentChild,
): ComponentChildren {
  return toChildArray(children).map((child) => {
    if (typeof child !== "object") return child;
    const vnode = child as VNode<Props>;
    if (vnode.type === Fragment) return cloneElement(vnode, {}, mapThumbnails(vnode.props.children, change));
    const picture = vnode.type === "a" ? toPicture(vnode) : undefined;
    return picture === undefined ? vnode : change(picture, vnode);
  });
}

function toPicture({ props }: VNode<Props>): Picture | undefined {
  const image = toChildArray(props.children).find((child) => typeof child === "object" && child.type === "img");
  if (typeof image !== "object") return undefined;
  const { SRC: src, ALT: name } = image.props as Props;
  if (typeof src !== "string" || src === "") return undefined;
  return { src, name: typeof name === "string" ? name : "", href: typeof props.HREF === "string" ? props.HREF : undefined };
}
