import { basicField } from "./basic-field.ts";
import { basicRow } from "./basic-row.ts";
import { button } from "./button.ts";
import { buttonGroup } from "./button-group.ts";
import { card } from "./card.ts";
import { collapsedRows } from "./collapsed-rows.ts";
import { column } from "./column.ts";
import { container } from "./container.ts";
import { createFormRow } from "./create-form-row.ts";
import type { Component } from "./define-component.ts";
import { dynamicCard } from "./dynamic-card.ts";
import { field } from "./field.ts";
import { grid } from "./grid.ts";
import { images } from "./images.ts";
import { pill } from "./pill.ts";
import { row } from "./row.ts";
import { rowAssignmentTeam } from "./row-assignment-team.ts";
import { rowAssignmentUser } from "./row-assignment-user.ts";
import { rowPriority } from "./row-priority.ts";
import { segment } from "./segment.ts";

/** The platform's components (`reference/kview.md`, section 3): layout, values, status and actions, embedded pages. */
export const standardComponents: readonly Component[] = Object.freeze([
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
