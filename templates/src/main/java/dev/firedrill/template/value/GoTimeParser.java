package dev.firedrill.template.value;

import dev.firedrill.labels.GoQuote;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads points in time by Go's layouts, as `time.Parse` does: in UTC where no offset is given.
public final class GoTimeParser {
  private static final int NANO_DIGITS = 9;
  // Two digits of a year from here on are of the twentieth century.
  private static final int FIRST_OF_1900 = 69;

  private final String layout;
  private final String text;
  private int inLayout;
  private int inText;

  private int year;
  private int month = -1;
  private int day = -1;
  private int dayOfYear = -1;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean afternoon;
  private boolean forenoon;
  private @Nullable ZoneOffset offset;
  private @Nullable String outOfRange;

  private GoTimeParser(String layout, String text) {
    this.layout = layout;
    this.text = text;
  }

  /// {@return the time that a text stands for}
  /// @throws ValueFailure with Go's words
  public static ZonedDateTime parse(String layout, String text) {
    return new GoTimeParser(layout, text).parse();
  }

  private ZonedDateTime parse() {
    while (inLayout < layout.length()) {
      int fraction = GoLayout.fractionEnd(layout, inLayout);
      if (fraction >= 0) {
        fraction(layout.substring(inLayout, fraction));
        inLayout = fraction;
        continue;
      }
      boolean underscoredYear = layout.startsWith("_2006", inLayout);
      String word = underscoredYear ? null : GoLayout.word(layout, inLayout);
      if (word == null) {
        literal();
      } else {
        int start = inText;
        inLayout += word.length();
        if (!word(word)) {
          throw cannot(word, start);
        }
        if (outOfRange != null) {
          throw new ValueFailure(
              "parsing time " + GoQuote.quote(text) + ": " + outOfRange + " out of range");
        }
      }
    }
    if (inText < text.length()) {
      String extra = GoQuote.quote(text.substring(inText));
      throw new ValueFailure("parsing time " + GoQuote.quote(text) + ": extra text: " + extra);
    }
    return assembled();
  }

  private ValueFailure cannot(String element, int start) {
    return new ValueFailure(
        "parsing time "
            + GoQuote.quote(text)
            + " as "
            + GoQuote.quote(layout)
            + ": cannot parse "
            + GoQuote.quote(text.substring(start))
            + " as "
            + GoQuote.quote(element));
  }

  /// Text between the words of the layout, which must be there; a space stands for any number.
  private void literal() {
    int start = inText;
    int from = inLayout;
    int end = from + 1;
    while (end < layout.length()
        && GoLayout.fractionEnd(layout, end) < 0
        && (layout.startsWith("_2006", end) || GoLayout.word(layout, end) == null)) {
      end++;
    }
    String prefix = layout.substring(from, end);
    for (int i = 0; i < prefix.length(); i++) {
      char c = prefix.charAt(i);
      if (c == ' ') {
        if (inText < text.length() && text.charAt(inText) != ' ') {
          throw cannot(prefix, start);
        }
        while (i + 1 < prefix.length() && prefix.charAt(i + 1) == ' ') {
          i++;
        }
        skipSpaces();
      } else if (inText < text.length() && text.charAt(inText) == c) {
        inText++;
      } else {
        throw cannot(prefix, start);
      }
    }
    inLayout = end;
  }

  private void skipSpaces() {
    while (inText < text.length() && text.charAt(inText) == ' ') {
      inText++;
    }
  }

  /// {@return whether the text goes on as a word of the layout asks for}
  private boolean word(String word) {
    return switch (word) {
      case "2006" -> {
        year = digits(4, 4);
        yield year >= 0;
      }
      case "06" -> {
        int two = digits(2, 2);
        year = two >= FIRST_OF_1900 ? two + 1900 : two + 2000;
        yield two >= 0;
      }
      case "Jan" -> {
        month = name(GoTime.MONTHS, true) + 1;
        yield month > 0;
      }
      case "January" -> {
        month = name(GoTime.MONTHS, false) + 1;
        yield month > 0;
      }
      case "01", "1" -> {
        month = number(word.length() == 2);
        yield inRange(month, 1, 12, "month");
      }
      case "Mon" -> name(GoTime.DAYS, true) >= 0;
      case "Monday" -> name(GoTime.DAYS, false) >= 0;
      case "_2", "2", "02" -> {
        if (word.equals("_2") && at(' ')) {
          inText++;
        }
        // Whether the month has that day is looked at last.
        day = number(word.equals("02"));
        yield day >= 0;
      }
      case "002", "__2" -> {
        for (int i = 0; i < 2 && word.equals("__2") && at(' '); i++) {
          inText++;
        }
        dayOfYear = digits(word.equals("002") ? 3 : 1, 3);
        yield dayOfYear >= 0;
      }
      case "15" -> {
        hour = number(false);
        yield inRange(hour, 0, 23, "hour");
      }
      case "03", "3" -> {
        hour = number(word.length() == 2);
        yield inRange(hour, 0, 12, "hour");
      }
      case "04", "4" -> {
        minute = number(word.length() == 2);
        yield inRange(minute, 0, 59, "minute");
      }
      case "05", "5" -> seconds(word.length() == 2);
      case "PM", "pm" -> halfDay(word);
      case "MST" -> zoneName();
      default -> offset(word);
    };
  }

  private boolean at(char c) {
    return inText < text.length() && text.charAt(inText) == c;
  }

  private boolean inRange(int value, int least, int most, String what) {
    if (value >= 0 && (value < least || value > most)) {
      outOfRange = what;
    }
    return value >= 0;
  }

  private boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// {@return a number of one or two digits, or -1}
  private int number(boolean two) {
    return digits(two ? 2 : 1, 2);
  }

  private int digits(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && isDigit(inText + count)) {
      value = value * 10 + text.charAt(inText + count) - '0';
      count++;
    }
    if (count < least) {
      return -1;
    }
    inText += count;
    return value;
  }

  private int name(List<String> names, boolean cut) {
    for (int i = 0; i < names.size(); i++) {
      String name = cut ? names.get(i).substring(0, 3) : names.get(i);
      if (text.regionMatches(true, inText, name, 0, name.length())) {
        inText += name.length();
        return i;
      }
    }
    return -1;
  }

  private boolean seconds(boolean two) {
    second = number(two);
    boolean read = inRange(second, 0, 59, "second");
    boolean fractionInLayout =
        inLayout < layout.length() && GoLayout.fractionEnd(layout, inLayout) >= 0;
    // A fraction may follow that the layout does not name.
    if (read && !fractionInLayout && (at('.') || at(',')) && isDigit(inText + 1)) {
      int end = inText + 1;
      while (isDigit(end)) {
        end++;
      }
      fractionDigits(end);
    }
    return read;
  }

  private void fraction(String word) {
    int digits = word.length() - 1;
    boolean there = (at('.') || at(',')) && isDigit(inText + 1);
    if (word.charAt(1) == '9') {
      if (there) {
        int end = inText + 1;
        while (isDigit(end) && end - inText - 1 < NANO_DIGITS) {
          end++;
        }
        fractionDigits(end);
      }
      return;
    }
    int start = inText;
    for (int i = 1; i <= digits; i++) {
      if (!there || !isDigit(inText + i)) {
        throw cannot(word, start);
      }
    }
    fractionDigits(inText + 1 + digits);
  }

  private void fractionDigits(int end) {
    String digits = text.substring(inText + 1, Math.min(end, inText + 1 + NANO_DIGITS));
    nanos = Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
    inText = end;
  }

  private boolean halfDay(String word) {
    String half = text.substring(inText, Math.min(text.length(), inText + 2));
    boolean upper = word.equals("PM");
    afternoon = half.equals(upper ? "PM" : "pm");
    forenoon = half.equals(upper ? "AM" : "am");
    inText += 2;
    return afternoon || forenoon;
  }

  /// A short name of a zone; Go knows the offset of none but UTC's here.
  private boolean zoneName() {
    int end = inText;
    while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    int length = end - inText;
    if (length < 3 || length > 5) {
      return false;
    }
    offset = ZoneOffset.UTC;
    inText = end;
    return true;
  }

  private boolean offset(String word) {
    if (word.charAt(0) == 'Z' && at('Z')) {
      inText++;
      offset = ZoneOffset.UTC;
      return true;
    }
    boolean negative = at('-');
    if (!negative && !at('+')) {
      return false;
    }
    inText++;
    boolean colons = word.indexOf(':') >= 0;
    int parts = (word.replace(":", "").length() - 1) / 2;
    int seconds = 0;
    int unit = 3600;
    for (int part = 0; part < parts; part++) {
      if (part > 0 && colons) {
        if (!at(':')) {
          return false;
        }
        inText++;
      }
      int value = digits(2, 2);
      if (value < 0) {
        return false;
      }
      if (value > (part == 0 ? 18 : 59)) {
        outOfRange = "time zone offset " + (part == 0 ? "hour" : part == 1 ? "minute" : "second");
        return true;
      }
      seconds += value * unit;
      unit /= 60;
    }
    offset = ZoneOffset.ofTotalSeconds(negative ? -seconds : seconds);
    return true;
  }

  private ZonedDateTime assembled() {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (forenoon && hour == 12) {
      hour = 0;
    }
    LocalDate date = date();
    LocalDateTime time = date.atTime(hour, minute, second, nanos);
    ZoneOffset zone = offset;
    return time.atZone(zone == null ? ZoneOffset.UTC : zone);
  }

  private LocalDate date() {
    if (dayOfYear >= 0) {
      int length = LocalDate.of(year, 1, 1).lengthOfYear();
      if (dayOfYear < 1 || dayOfYear > length) {
        throw dayFailure("day-of-year");
      }
      LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
      if (month >= 0 && date.getMonthValue() != month) {
        throw new ValueFailure(
            "parsing time " + GoQuote.quote(text) + ": day-of-year does not match month");
      }
      if (day >= 0 && date.getDayOfMonth() != day) {
        throw new ValueFailure(
            "parsing time " + GoQuote.quote(text) + ": day-of-year does not match day");
      }
      return date;
    }
    int inMonth = Math.max(1, month);
    int ofMonth = day < 0 ? 1 : day;
    if (ofMonth < 1 || ofMonth > YearMonth.of(year, inMonth).lengthOfMonth()) {
      throw dayFailure("day");
    }
    return LocalDate.of(year, inMonth, ofMonth);
  }

  private ValueFailure dayFailure(String what) {
    return new ValueFailure(
        String.format(Locale.ROOT, "parsing time %s: %s out of range", GoQuote.quote(text), what));
  }
}
