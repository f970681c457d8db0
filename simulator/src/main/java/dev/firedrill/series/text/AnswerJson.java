package dev.firedrill.series.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The tokens of an answer of the query API, each read as what it has to be.
final class AnswerJson {
  private static final BigDecimal LATEST = BigDecimal.valueOf(TimeRange.MOST_MILLIS / 1000);
  private static final BigDecimal EARLIEST = BigDecimal.valueOf(5, 4);
  private static final int MOST_PLAIN = 17;
  private static final int MOST_SECONDS = 11;
  private static final int MOST_DECIMALS = 3;

  private final JsonParser json;
  private final PlainNumber plain = new PlainNumber();
  private final byte[] digits = new byte[MOST_PLAIN];

  AnswerJson(JsonParser json) {
    this.json = json;
  }

  /// Moves on.
  ///
  /// @return the next token; null at the end
  @Nullable JsonToken next() throws IOException {
    return json.nextToken();
  }

  /// {@return the token that is read now; null before the start and behind the end}
  @Nullable JsonToken token() {
    return json.currentToken();
  }

  /// Moves on to the value of a member.
  ///
  /// @return its name
  String member() throws IOException {
    String name = json.currentName();
    json.nextToken();
    return name;
  }

  /// Passes over a value of which nothing is wanted.
  void skip() throws IOException {
    json.skipChildren();
  }

  /// Sees to it that the token is what is wanted.
  ///
  /// @param wanted for people
  void expect(JsonToken token, String wanted) throws MalformedAnswer {
    if (json.currentToken() != token) {
      throw malformed("expected " + wanted);
    }
  }

  /// {@return a text}
  ///
  /// @param wanted what it has to be, for people
  String text(String wanted) throws IOException, MalformedAnswer {
    expect(JsonToken.VALUE_STRING, wanted);
    return json.getText();
  }

  /// {@return a whole number}
  ///
  /// @param wanted what it has to be, for people
  int number(String wanted) throws IOException, MalformedAnswer {
    expect(JsonToken.VALUE_NUMBER_INT, wanted);
    return json.getValueAsInt();
  }

  /// {@return a value, which is written as a text}
  double value() throws IOException, MalformedAnswer {
    expect(JsonToken.VALUE_STRING, "a value as a text, such as \"0.5\"");
    int length = json.getTextLength();
    if (length <= MOST_PLAIN && isPlain(json.getTextCharacters(), json.getTextOffset(), length)) {
      return plain.value();
    }
    String text = json.getText();
    try {
      return GoNumber.parseFloat(text);
    } catch (GoFormatException e) {
      throw malformed("'" + text + "' is no number");
    }
  }

  private boolean isPlain(char[] text, int from, int length) {
    for (int i = 0; i < length; i++) {
      char c = text[from + i];
      if (c > '9') {
        return false;
      }
      digits[i] = (byte) c;
    }
    return plain.read(digits, 0, length);
  }

  /// {@return a time, which is written as seconds, in milliseconds}
  long time() throws IOException, MalformedAnswer {
    @Nullable JsonToken token = json.currentToken();
    if (token == null || !token.isNumeric()) {
      throw malformed("expected a time in seconds");
    }
    long millis = plainMillis(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    return millis < 0 ? millis() : millis;
  }

  // As the server writes times of our days; -1 where it is written in another way.
  private static long plainMillis(char[] text, int from, int length) {
    long digits = 0;
    int point = length;
    for (int i = 0; i < length; i++) {
      char c = text[from + i];
      if (c >= '0' && c <= '9' && i < MOST_SECONDS + 1 + MOST_DECIMALS) {
        digits = 10 * digits + (c - '0');
      } else if (c == '.' && point == length) {
        point = i;
      } else {
        return -1;
      }
    }
    int decimals = Math.max(0, length - point - 1);
    if (point > MOST_SECONDS || decimals > MOST_DECIMALS) {
      return -1;
    }
    for (int i = decimals; i < MOST_DECIMALS; i++) {
      digits *= 10;
    }
    return digits;
  }

  // Written out, 1e999999999 has as many digits, and as many steps are needed to round
  // 1e-999999999.
  private long millis() throws IOException, MalformedAnswer {
    BigDecimal seconds;
    try {
      seconds = json.getDecimalValue();
    } catch (NumberFormatException e) {
      throw malformed("the time is out of range");
    }
    if (seconds.abs().compareTo(LATEST) > 0) {
      throw malformed("the time is out of range");
    }
    return seconds.abs().compareTo(EARLIEST) < 0
        ? 0
        : seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  /// {@return what is wrong with the token}
  ///
  /// @param text for people
  MalformedAnswer malformed(String text) {
    return new MalformedAnswer(text, json.currentTokenLocation().getCharOffset());
  }
}
