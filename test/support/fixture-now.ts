/** The instant at which fixtures are rendered, unless they say otherwise. */
export const fixtureNow = Date.parse("2026-10-05T08:00:00.000Z");
