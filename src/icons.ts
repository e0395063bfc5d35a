export { icons } from "./policy/icons.ts";
