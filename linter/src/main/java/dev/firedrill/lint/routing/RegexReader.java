package dev.firedrill.lint.routing;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads regular expressions in RE2's syntax into automata of the texts that they match as a whole.
///
/// The expressions are valid. Nothing comes of those with boundaries, Unicode classes, flags other
/// than `s`, or repetitions beyond a limit: what they accept is not decided then. Texts are
/// sequences
/// of UTF-16 units; a code point above them is two.
final class RegexReader {
  private static final int MOST_REPEATED = 64;
  private static final int MOST_LENGTH = 1000;

  private final String regex;
  private boolean dotMatchesNewline;
  private int position;

  /// Says that an expression is not decided.
  private static final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndecidedException() {
      super("not decided", null, false, false);
    }
  }

  private RegexReader(String regex) {
    this.regex = regex;
  }

  /// {@return the texts that an expression matches as a whole; empty where that is not decided}
  static Optional<Automaton> read(String regex) {
    if (regex.length() > MOST_LENGTH) {
      return Optional.empty();
    }
    RegexReader reader = new RegexReader(regex);
    try {
      Automaton read = reader.alternatives();
      return reader.position == regex.length() ? Optional.of(read) : Optional.empty();
    } catch (UndecidedException e) {
      return Optional.empty();
    }
  }

  private boolean more() {
    return position < regex.length();
  }

  private boolean take(char wanted) {
    if (more() && regex.charAt(position) == wanted) {
      position++;
      return true;
    }
    return false;
  }

  private Automaton alternatives() {
    List<Automaton> all = new ArrayList<>();
    do {
      all.add(sequence());
    } while (take('|'));
    return all.size() == 1 ? all.getFirst() : BasicOperations.union(all);
  }

  private Automaton sequence() {
    List<Automaton> parts = new ArrayList<>();
    boolean before = true;
    while (more() && regex.charAt(position) != '|' && regex.charAt(position) != ')') {
      // An anchor at the start or the end of the whole changes nothing; elsewhere it may.
      if (position == 0 && take('^')) {
        continue;
      }
      if (regex.charAt(position) == '$' && position == regex.length() - 1) {
        position++;
        continue;
      }
      parts.add(repeated(atom()));
      before = false;
    }
    return before ? BasicAutomata.makeEmptyString() : BasicOperations.concatenate(parts);
  }

  private Automaton repeated(Automaton once) {
    Automaton result = once;
    while (more()) {
      switch (regex.charAt(position)) {
        case '*' -> result = BasicOperations.repeat(result);
        case '+' -> result = BasicOperations.repeat(result, 1);
        case '?' -> result = BasicOperations.optional(result);
        case '{' -> {
          int close = regex.indexOf('}', position);
          String body = close < 0 ? "" : regex.substring(position + 1, close);
          if (!body.matches("[0-9]+(,[0-9]*)?")) {
            return result;
          }
          result = counted(result, body.split(",", -1));
          position = close;
        }
        default -> {
          return result;
        }
      }
      position++;
      // Whether as much or as little as possible is taken makes no difference to a whole match.
      take('?');
    }
    return result;
  }

  private static Automaton counted(Automaton once, String[] bounds) {
    int least = number(bounds[0]);
    if (bounds.length == 1) {
      return BasicOperations.repeat(once, least, least);
    }
    return bounds[1].isEmpty()
        ? BasicOperations.repeat(once, least)
        : BasicOperations.repeat(once, least, number(bounds[1]));
  }

  private static int number(String digits) {
    if (digits.length() > 3 || Integer.parseInt(digits) > MOST_REPEATED) {
      throw new UndecidedException();
    }
    return Integer.parseInt(digits);
  }

  private Automaton atom() {
    char c = regex.charAt(position);
    return switch (c) {
      case '(' -> group();
      case '[' -> {
        position++;
        yield charClass().automaton();
      }
      case '.' -> {
        position++;
        yield CharSet.ANY.without(dotMatchesNewline ? CharSet.NONE : CharSet.of('\n')).automaton();
      }
      case '\\' -> {
        position++;
        yield escape().automaton();
      }
      case '^', '$', ')', '*', '+', '?' -> throw new UndecidedException();
      default -> {
        int codePoint = regex.codePointAt(position);
        position += Character.charCount(codePoint);
        yield BasicAutomata.makeString(Character.toString(codePoint));
      }
    };
  }

  private Automaton group() {
    position++;
    boolean outside = dotMatchesNewline;
    if (take('?')) {
      if (regex.startsWith("P<", position) || regex.startsWith("<", position)) {
        position = regex.indexOf('>', position) + 1;
      } else if (!take(':')) {
        flags();
        if (take(')')) {
          return BasicAutomata.makeEmptyString();
        }
        position++;
      }
    }
    Automaton inside = alternatives();
    if (!take(')')) {
      throw new UndecidedException();
    }
    dotMatchesNewline = outside;
    return inside;
  }

  // The flags before a colon or the closing parenthesis, of which only `s` is understood.
  private void flags() {
    while (more() && regex.charAt(position) != ':' && regex.charAt(position) != ')') {
      if (regex.charAt(position) != 's') {
        throw new UndecidedException();
      }
      dotMatchesNewline = true;
      position++;
    }
  }

  private CharSet charClass() {
    boolean negated = take('^');
    CharSet all = CharSet.NONE;
    boolean first = true;
    while (first || !take(']')) {
      first = false;
      if (!more() || regex.startsWith("[:", position)) {
        throw new UndecidedException();
      }
      all = all.or(classItem());
    }
    return negated ? CharSet.ANY.without(all) : all;
  }

  private CharSet classItem() {
    CharSet start = classChar();
    boolean range =
        start.isSingle()
            && position + 1 < regex.length()
            && regex.charAt(position) == '-'
            && regex.charAt(position + 1) != ']';
    if (!range) {
      return start;
    }
    position++;
    CharSet end = classChar();
    if (!end.isSingle()) {
      throw new UndecidedException();
    }
    return CharSet.range(start.single(), end.single());
  }

  private CharSet classChar() {
    if (take('\\')) {
      return escape();
    }
    int codePoint = regex.codePointAt(position);
    position += Character.charCount(codePoint);
    return CharSet.of(codePoint);
  }

  // What follows a backslash.
  private CharSet escape() {
    int codePoint = regex.codePointAt(position);
    position += Character.charCount(codePoint);
    return switch (codePoint) {
      case 'd' -> CharSet.DIGITS;
      case 'D' -> CharSet.ANY.without(CharSet.DIGITS);
      case 'w' -> CharSet.WORD;
      case 'W' -> CharSet.ANY.without(CharSet.WORD);
      case 's' -> CharSet.BLANKS;
      case 'S' -> CharSet.ANY.without(CharSet.BLANKS);
      case 'n' -> CharSet.of('\n');
      case 't' -> CharSet.of('\t');
      case 'r' -> CharSet.of('\r');
      default -> {
        if (codePoint < 0x80 && Character.isLetterOrDigit(codePoint)) {
          throw new UndecidedException();
        }
        yield CharSet.of(codePoint);
      }
    };
  }
}
