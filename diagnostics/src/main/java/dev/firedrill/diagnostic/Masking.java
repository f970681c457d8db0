package dev.firedrill.diagnostic;

import java.util.List;

/// Hides secrets in whatever is shown of a file.
///
/// All results have the length of what was given, so that columns stay what they are.
@FunctionalInterface
public interface Masking {
  /// Hides nothing.
  // No lambda: those of an interface's own constants are made anew at each start.
  Masking NONE =
      new Masking() {
        @Override
        public String mask(String line) {
          return line;
        }
      };

  /// {@return what several hide, one after the other}
  static Masking all(List<Masking> maskings) {
    return new MaskingChain(maskings);
  }

  /// {@return a line, or a message, with its secrets replaced}
  String mask(String line);

  /// {@return what is said of a place, with its secrets replaced: what stands at that place may be
  ///     quoted in it}
  default String mask(String text, Location place) {
    return mask(text);
  }

  /// {@return text of a file, or for it, with its secrets replaced, wherever in the file it stands}
  default String maskSource(SourceFile file, String text) {
    return mask(text);
  }

  /// {@return a line of a file with its secrets replaced}
  ///
  /// @param number from 1
  default String maskLine(SourceFile file, int number) {
    return maskSource(file, file.line(number));
  }
}
