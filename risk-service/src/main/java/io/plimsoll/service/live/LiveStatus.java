package io.plimsoll.service.live;

import java.util.Map;

/// How far the book is watched.
///
/// @param accounts how many are
/// @param ruleSet digest of the version that decides
/// @param undecidable those that can't be decided about, each with the reason
record LiveStatus(int accounts, String ruleSet, Map<String, String> undecidable) {}
