/**
 * Gives every `part`-th case, beginning at another one each `turn`. Long tests that play the same texts in many places play a share of them
 * in each, so that every text is played somewhere; with `KVIEW_PLAYS=all` they play all of them everywhere.
 */
export function shareOf<Case>(all: readonly Case[], part: number, turn: number): readonly Case[] {
  return process.env.KVIEW_PLAYS === "all" ? all : all.filter((_, index) => index % part === turn % part);
}
