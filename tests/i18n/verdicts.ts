// Words that nobody may read about a person, in any language.

export const verdicts =
  /\b(fraud\w*|fake\w*|scam\w*|crimin\w*|north korea\w*|dprk|liar|cheat\w*|guilty|impost\w*|estafa\w*|fals[oa]s?|timo|timador\w*|delincuen\w*|norcorean\w*|corea del norte|mentir\w*|culpable\w*|tramp\w*)\b/i;
