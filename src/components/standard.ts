import { address } from "./address.ts";
import { avatar } from "./avatar.ts";
import { badge } from "./badge.ts";
import { basicField } from "./basic-field.ts";
import { basicRow } from "./basic-row.ts";
import { button } from "./button.ts";
import { buttonGroup } from "./button-group.ts";
import { callout } from "./callout.ts";
import { card } from "./card.ts";
import { chart } from "./chart.ts";
import { code } from "./code.ts";
import { collapsedRows } from "./collapsed-rows.ts";
import { column } from "./column.ts";
import { container } from "./container.ts";
import { createFormRow } from "./create-form-row.ts";
import type { Component } from "./define-component.ts";
import { divider } from "./divider.ts";
import { dynamicCard } from "./dynamic-card.ts";
import { email } from "./email.ts";
import { emptyState } from "./empty-state.ts";
import { field } from "./field.ts";
import { grid } from "./grid.ts";
import { icon } from "./icon.ts";
import { images } from "./images.ts";
import { link } from "./link.ts";
import { list } from "./list.ts";
import { money } from "./money.ts";
import { phone } from "./phone.ts";
import { pill } from "./pill.ts";
import { progress } from "./progress.ts";
import { row } from "./row.ts";
import { rowAssignmentTeam } from "./row-assignment-team.ts";
import { rowAssignmentUser } from "./row-assignment-user.ts";
import { rowPriority } from "./row-priority.ts";
import { segment } from "./segment.ts";
import { sentiment } from "./sentiment.ts";
import { table } from "./table.ts";
import { tabs } from "./tabs.ts";
import { text } from "./text.ts";
import { timestamp } from "./timestamp.ts";

/** The platform's components (`reference/kview.md`, section 3): layout, values, status and actions, embedded pages. */
export const platformComponents: readonly Component[] = Object.freeze([
  container,
  segment,
  grid,
  column,
  field,
  basicField,
  row,
  basicRow,
  collapsedRows,
  rowPriority,
  rowAssignmentUser,
  rowAssignmentTeam,
  createFormRow,
  images,
  pill,
  button,
  buttonGroup,
  card,
  dynamicCard,
]);

/** Components of our own, in the same style: other hosts of cards may not have them. */
export const ownComponents: readonly Component[] = Object.freeze([
  text,
  icon,
  link,
  divider,
  table,
  list,
  tabs,
  timestamp,
  money,
  phone,
  email,
  address,
  code,
  badge,
  avatar,
  progress,
  sentiment,
  callout,
  emptyState,
  chart,
]);

/** Every component that templates can use without being given any. */
export const standardComponents: readonly Component[] = Object.freeze([...platformComponents, ...ownComponents]);
