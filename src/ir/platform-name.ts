/**
 * The name by which component templates reach the platform's formatting helpers once lowered. No source text can spell
 * it, so a user's template can't name the helpers.
 */
export const platformName = "%kview";
