package dev.firedrill.yaml.edit;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.Optional;

/// Edits of parts of a scalar's text, written as its style asks for.
public final class ScalarEdits {
  private static final String IN_FLOW = ",[]{}";

  private ScalarEdits() {}

  /// {@return the edit of the file that replaces a part of a scalar's text; empty where the style
  ///     cannot hold the new text, or it is not known where the part stands}
  ///
  /// @param part within the text that the scalar stands for; empty to insert
  /// @param text what stands there afterwards, on one line
  public static Optional<TextEdit> replace(ScalarNode scalar, Span part, String text) {
    if (!isMapped(scalar.value())) {
      return Optional.empty();
    }
    return written(scalar, part, text)
        .map(written -> new TextEdit(place(scalar.value(), part), written));
  }

  // Of a folded text, the first line break and the indentation stand for nothing of their own; they
  // go with the blank or break beside them.
  private static Location place(SourceText value, Span part) {
    Location place = value.locate(part);
    String text = value.text();
    boolean afterWord = part.start() > 0 && text.charAt(part.start() - 1) > ' ';
    // Of an empty line there is no indentation to take the place of that which would go.
    boolean emptyLine =
        part.length() > 0
            && part.start() > 0
            && text.charAt(part.start() - 1) == '\n'
            && text.charAt(part.start()) == '\n';
    int start = place.span().start();
    int end = place.span().end();
    if (afterWord && (part.length() == 0 || text.charAt(part.start()) <= ' ')) {
      start = value.locate(new Span(part.start() - 1, part.start())).span().end();
    }
    if (part.length() == 0) {
      end = start;
    } else if (!emptyLine && part.end() < text.length() && text.charAt(part.end() - 1) <= ' ') {
      end = value.locate(new Span(part.end(), part.end() + 1)).span().start();
    }
    return new Location(place.file(), new Span(start, end));
  }

  // What could not be followed through escapes and folds stands as a whole for each character.
  private static boolean isMapped(SourceText value) {
    int last = value.text().length() - 1;
    return last < 1
        || !value
            .locate(new Span(0, 1))
            .span()
            .equals(value.locate(new Span(last, last + 1)).span());
  }

  private static Optional<String> written(ScalarNode scalar, Span part, String text) {
    if (scalar.style() == ScalarStyle.DOUBLE_QUOTED) {
      String quoted = ScalarText.of(text, ScalarStyle.DOUBLE_QUOTED, ScalarKind.STRING, false);
      return Optional.of(quoted.substring(1, quoted.length() - 1));
    }
    if (!ScalarText.isPrintable(text)) {
      return Optional.empty();
    }
    return switch (scalar.style()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> Optional.of(text.replace("'", "''"));
      case PLAIN -> Optional.of(text).filter(_ -> staysPlain(scalar, part, text));
      case LITERAL, FOLDED ->
          Optional.of(text).filter(_ -> part.start() > 0 || !text.startsWith(" "));
    };
  }

  private static boolean staysPlain(ScalarNode scalar, Span part, String text) {
    String before = scalar.text();
    String after = before.substring(0, part.start()) + text + before.substring(part.end());
    // Within brackets there is none of these, and there must not be.
    if (has(text) && !has(before)) {
      return false;
    }
    ScalarKind kind = ScalarKind.of(after, ScalarStyle.PLAIN, null, YamlDialect.GO_V2);
    return kind != ScalarKind.NULL && ScalarText.isPlain(after, kind, false);
  }

  private static boolean has(String text) {
    return text.chars().anyMatch(c -> IN_FLOW.indexOf(c) >= 0);
  }
}
