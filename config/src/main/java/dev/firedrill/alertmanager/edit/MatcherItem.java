package dev.firedrill.alertmanager.edit;

import dev.firedrill.alertmanager.Matcher;
import java.util.List;

/// A matcher with the comments that go with it.
///
/// @param above whole lines, without their indentation
/// @param behind what follows on its line; empty where nothing does
record MatcherItem(Matcher matcher, List<String> above, String behind) {
  MatcherItem {
    above = List.copyOf(above);
  }
}
