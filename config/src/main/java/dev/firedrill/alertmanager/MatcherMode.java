package dev.firedrill.alertmanager;

import dev.firedrill.labels.LabelNames;

/// Which of its matcher parsers Alertmanager uses.
public enum MatcherMode {
  /// The parser up to 0.26, `--enable-feature=classic-mode` since.
  CLASSIC,
  /// `--enable-feature=utf8-strict-mode`.
  UTF8,
  /// The default since 0.27: the UTF-8 parser, the classic one where only that can read the text or
  /// where the two read different things.
  FALLBACK;

  /// {@return whether `name` may be used as a label name in `group_by` and `equal`}
  public boolean isValidLabelName(String name) {
    return this == CLASSIC ? LabelNames.isLegacy(name) : !name.isEmpty();
  }
}
