package dev.firedrill.yaml.edit;

import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.YamlDialect;

/// Texts as YAML writes them on one line.
public final class ScalarText {
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
  private static final String IN_FLOW = ",[]{}?:";

  private ScalarText() {}

  /// {@return a text as a scalar, in the style wanted as far as it can hold the text}
  ///
  /// @param style of a scalar on one line; blocks become double quotes
  /// @param kind what a plain scalar may be taken for
  /// @param flow whether it stands within brackets or braces
  public static String of(String text, ScalarStyle style, ScalarKind kind, boolean flow) {
    boolean printable = isPrintable(text);
    return switch (style) {
      case PLAIN -> {
        if (isPlain(text, kind, flow)) {
          yield text;
        }
        yield printable ? single(text) : quoted(text);
      }
      case SINGLE_QUOTED -> printable ? single(text) : quoted(text);
      case DOUBLE_QUOTED, LITERAL, FOLDED -> quoted(text);
    };
  }

  /// {@return whether a text can do without quotes}
  static boolean isPlain(String text, ScalarKind kind, boolean flow) {
    if (text.isEmpty() || !isPrintable(text) || !text.equals(text.strip())) {
      return false;
    }
    if (ScalarKind.of(text, ScalarStyle.PLAIN, null, YamlDialect.GO_V2) != kind) {
      return false;
    }
    if (kind == ScalarKind.STRING && INDICATORS.indexOf(text.charAt(0)) >= 0) {
      return false;
    }
    for (int i = 0; flow && i < text.length(); i++) {
      if (IN_FLOW.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return !text.contains(": ") && !text.contains(" #") && !text.endsWith(":") && !mark(text);
  }

  private static boolean mark(String text) {
    return text.startsWith("---") || text.startsWith("...");
  }

  /// {@return whether a text on one line has no character that must be escaped}
  static boolean isPrintable(String text) {
    return text.codePoints().allMatch(ScalarText::isPrintable);
  }

  // What YAML takes for a line break, or may not hold as it is.
  private static boolean isPrintable(int c) {
    boolean broken = c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff;
    boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c < 0xe000);
    return !broken && !control && c != 0xfffe && c != 0xffff;
  }

  private static String single(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                  if (isPrintable(c)) {
                    out.appendCodePoint(c);
                  } else {
                    out.append("\\u");
                    String digits = Integer.toHexString(c);
                    out.append("0".repeat(Math.max(0, 4 - digits.length()))).append(digits);
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
