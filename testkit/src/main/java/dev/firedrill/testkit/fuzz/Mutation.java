package dev.firedrill.testkit.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Ways to spoil a text, each as likely as the others.
enum Mutation {
  /// Flips one bit.
  FLIP {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      byte[] changed = text.clone();
      changed[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
      return changed;
    }
  },
  /// Cuts the text off.
  TRUNCATE {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      return Arrays.copyOf(text, random.nextInt(text.length));
    }
  },
  /// Takes a piece out.
  DELETE {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      Piece piece = Piece.of(text, random);
      return splice(text, piece, new byte[0]);
    }
  },
  /// Says a piece many times.
  DUPLICATE {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      Piece piece = Piece.of(text, random);
      byte[] body = Arrays.copyOfRange(text, piece.start(), piece.end());
      int times = 2 + random.nextInt(random.nextInt(20) == 0 ? 500 : 5);
      byte[] repeated = new byte[body.length * times];
      for (int i = 0; i < times; i++) {
        System.arraycopy(body, 0, repeated, i * body.length, body.length);
      }
      return splice(text, piece, repeated);
    }
  },
  /// Exchanges two neighbouring words.
  SWAP {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      Piece first = Piece.word(text, random.nextInt(text.length));
      if (first.end() >= text.length) {
        return text;
      }
      Piece second = Piece.word(text, first.end());
      byte[] swapped = new byte[second.end() - first.start()];
      int length = second.end() - second.start();
      System.arraycopy(text, second.start(), swapped, 0, length);
      System.arraycopy(text, first.start(), swapped, length, swapped.length - length);
      return splice(text, new Piece(first.start(), second.end()), swapped);
    }
  },
  /// Puts in a piece of another text.
  GRAFT {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      byte[] other = others.get(random.nextInt(others.size()));
      Piece piece = Piece.of(other, random);
      return splice(
          text, Piece.of(text, random), Arrays.copyOfRange(other, piece.start(), piece.end()));
    }
  },
  /// Puts in something that means something somewhere.
  INSERT {
    @Override
    byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others) {
      int place = random.nextInt(text.length + 1);
      return splice(
          text, new Piece(place, place), TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8));
    }
  };

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  private static final String[] TOKENS = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{{",
    "}}",
    "\"",
    "'",
    "`",
    "\n",
    "\r\n",
    "\t",
    ":",
    "- ",
    "#",
    "|",
    ">",
    "&a ",
    "*a ",
    "<<: ",
    "!!str ",
    "---\n",
    "...",
    "%",
    "\uFEFF",
    "\u0000",
    "\\",
    "\\x",
    "é",
    "\uD83D\uDE00",
    "5m",
    "0x",
    "1e999",
    "-",
    "@",
    "offset ",
    "by (",
    " bool ",
    "{{ range ",
    "{{ end }}",
    "$labels",
    "=~\"(\"",
    "? ",
    "|2-\n",
    "{{define \"x\"}}",
    "99999999999999999999",
    "_",
    ","
  };

  /// {@return the text, spoilt}
  ///
  /// @param text not empty
  /// @param others texts to take pieces from, none empty
  abstract byte[] apply(byte[] text, RandomGenerator random, List<byte[]> others);

  private static byte[] splice(byte[] text, Piece piece, byte[] replacement) {
    int tail = text.length - piece.end();
    byte[] result = new byte[piece.start() + replacement.length + tail];
    System.arraycopy(text, 0, result, 0, piece.start());
    System.arraycopy(replacement, 0, result, piece.start(), replacement.length);
    System.arraycopy(text, piece.end(), result, result.length - tail, tail);
    return result;
  }

  /// A range of bytes.
  private record Piece(int start, int end) {
    static Piece of(byte[] text, RandomGenerator random) {
      int start = random.nextInt(text.length);
      int longest = Math.min(text.length - start, random.nextInt(4) == 0 ? 400 : 20);
      return new Piece(start, start + 1 + random.nextInt(longest));
    }

    static Piece word(byte[] text, int from) {
      int end = from;
      while (end < text.length && isWord(text[end]) == isWord(text[from])) {
        end++;
      }
      return new Piece(from, end);
    }

    private static boolean isWord(byte b) {
      return b == '_' || Character.isLetterOrDigit(b);
    }
  }
}
