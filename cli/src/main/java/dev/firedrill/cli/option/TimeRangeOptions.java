package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.HoldingTime;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `--start`, `--end` and `--timezone`: which part of recorded data is meant, and how times are
/// shown.
public final class TimeRangeOptions {
  private static final double YEAR_10000 = 253_402_300_800.0;

  private final Value start;
  private final Value end;
  private final TimezoneOption zone;
  private long askedAt;
  private long lastAsked = Long.MIN_VALUE;

  /// Declares the options.
  public TimeRangeOptions(Options options) {
    String forms =
        "RFC 3339 (without Z: in --timezone), epoch seconds, or -7d: before the end of the data"
            + " (URLs: now)";
    start = options.value("--start", "TIME", forms + " (default: its start)");
    end = options.value("--end", "TIME", "likewise (default: the end of the data)");
    zone = new TimezoneOption(options);
    options.whenParsed(this::check);
  }

  // Which time a relative one is does not matter yet.
  private void check() {
    TimeRange any = new TimeRange(0, 0);
    start.get().ifPresent(text -> time(text, any));
    end.get().ifPresent(text -> time(text, any));
  }

  /// {@return the time zone in which times are shown, and read where they name none}
  public ZoneId zone() {
    return zone.zone();
  }

  /// {@return the range asked for}
  /// @param data from the first to the last sample
  public TimeRange range(TimeRange data) {
    return range(data, counted(data));
  }

  // What a server has ends where its time of interest does, which must not be counted from again.
  private TimeRange counted(TimeRange data) {
    boolean relative = end.get().isPresent() && !Character.isDigit(end.required().charAt(0));
    return relative && data.last() == lastAsked ? new TimeRange(data.first(), askedAt) : data;
  }

  // Relative times count from the end of the data, whatever else is wanted.
  private TimeRange range(TimeRange wanted, TimeRange data) {
    long last = end.get().isPresent() ? time(end, data) : wanted.last();
    long first = start.get().isPresent() ? time(start, data) : wanted.first();
    if (first > last) {
      throw new UsageException(nothingBetween(first, last, data));
    }
    return new TimeRange(first, last);
  }

  private String nothingBetween(long first, long last, TimeRange data) {
    if (end.get().isEmpty()) {
      return "--start "
          + start.required()
          + ": the data end at "
          + Instant.ofEpochMilli(data.last());
    }
    return start.get().isEmpty()
        ? "--end " + end.required() + ": the data begin at " + Instant.ofEpochMilli(data.first())
        : "--start "
            + Instant.ofEpochMilli(first)
            + " is after --end "
            + Instant.ofEpochMilli(last);
  }

  /// {@return the time asked for of servers, which have no end: relative times count from now}
  /// @param now epoch milliseconds
  public DataBounds bounds(long now) {
    TimeRange until = new TimeRange(now, now);
    @Nullable Long first = start.get().isPresent() ? time(start, until) : null;
    long last = end.get().isPresent() ? time(end, until) : now;
    askedAt = now;
    lastAsked = last;
    return new DataBounds(first, last, others -> holding(others, now));
  }

  /// {@return the time asked for of servers, for a question about one time: what says no time is
  ///     held constant for an hour around it, where nothing else says how long}
  /// @param asked a time in the same forms
  /// @param now epoch milliseconds
  public DataBounds boundsAround(String asked, long now) {
    DataBounds bounds = bounds(now);
    return isGiven() ? bounds : bounds.holding(others -> around(asked, others, now));
  }

  // What relative times count from the end of must not move with them.
  private TimeRange around(String asked, Optional<TimeRange> others, long now) {
    TimeRange data = others.orElse(new TimeRange(now, now));
    if (data.first() < data.last()) {
      return data;
    }
    long time = time(asked, data);
    boolean absolute = Character.isDigit(asked.charAt(0));
    return absolute
        ? new TimeRange(time - HoldingTime.DEFAULT, time + HoldingTime.DEFAULT)
        : new TimeRange(Math.min(time, data.last()) - HoldingTime.DEFAULT, data.last());
  }

  /// {@return the range asked for, for a question about one time: which it reaches to}
  /// @param asked epoch milliseconds
  /// @param what the option that asks, for people
  /// @param data from the first to the last sample
  /// @throws UsageException when the time is outside of what was asked for
  /// @throws CommandException when there are no data yet at the time
  public TimeRange rangeWith(long asked, String what, TimeRange data) {
    if (start.get().isPresent() && asked < time(start, data)) {
      throw new UsageException(outside(what, asked) + "before --start " + start.required());
    }
    if (end.get().isPresent() && asked > time(end, data)) {
      throw new UsageException(outside(what, asked) + "after --end " + end.required());
    }
    if (asked < data.first()) {
      throw new CommandException(
          "there are no data at "
              + Instant.ofEpochMilli(asked)
              + ": they begin at "
              + Instant.ofEpochMilli(data.first()));
    }
    return range(data.cover(new TimeRange(asked, asked)), data);
  }

  private static String outside(String what, long asked) {
    return what + ": " + Instant.ofEpochMilli(asked) + " is ";
  }

  // From --start to --end. What is not given comes from the other data, where they last at all,
  // else it is an hour; relative times count from the end of the other data, else from now.
  private TimeRange holding(Optional<TimeRange> others, long now) {
    TimeRange hour =
        HoldingTime.until(others.map(TimeRange::last).orElse(now)).of(Optional.empty());
    TimeRange data = others.filter(range -> range.first() < range.last()).orElse(hour);
    if (start.get().isEmpty()) {
      long last = end.get().isEmpty() ? data.last() : time(end, data);
      return new TimeRange(data.first() < last ? data.first() : last - HoldingTime.DEFAULT, last);
    }
    if (end.get().isPresent()) {
      return range(data);
    }
    long first = time(start, data);
    boolean absolute = Character.isDigit(start.required().charAt(0));
    boolean within = data.last() > first && !(others.isEmpty() && absolute);
    return new TimeRange(first, within ? data.last() : first + HoldingTime.DEFAULT);
  }

  /// {@return whether a start or an end was given}
  public boolean isGiven() {
    return start.get().isPresent() || end.get().isPresent();
  }

  /// {@return a time given by another option in the same forms, in epoch milliseconds}
  /// @param data what relative times count from the end of
  public long time(Value value, TimeRange data) {
    return time(value.required(), data);
  }

  /// {@return a time in the same forms, in epoch milliseconds}
  /// @param data what relative times count from the end of
  public long time(String text, TimeRange data) {
    if (text.startsWith("+")) {
      // --inject counts such times from the start of what is replayed: no other meaning for them.
      throw new UsageException(
          "'"
              + text
              + "' is no time: expected now"
              + text
              + " for that long after the end of the data (only --inject counts from the start)");
    }
    try {
      if (text.startsWith("now")) {
        return text.equals("now") ? data.last() : data.last() + signedMillis(text.substring(3));
      }
      return text.startsWith("-") ? data.last() + signedMillis(text) : absolute(text);
    } catch (GoFormatException | DateTimeParseException | NumberFormatException e) {
      throw new UsageException(
          "'"
              + text
              + "' is no time: expected 2026-11-20T08:00:00Z, epoch seconds, or -2h for two hours"
              + " before the end of the data");
    }
  }

  private static long signedMillis(String text) {
    long millis = PrometheusDuration.parseMillis(text.substring(1));
    return switch (text.charAt(0)) {
      case '-' -> -millis;
      case '+' -> millis;
      default -> throw new NumberFormatException(text);
    };
  }

  private static long sinceEpoch(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i)) && ".eE".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException(text);
      }
    }
    double seconds = Double.parseDouble(text);
    if (seconds >= YEAR_10000) {
      throw new UsageException(
          "'" + text + "' is no time: expected epoch seconds, these may be milliseconds");
    }
    return Math.round(seconds * 1000);
  }

  private long absolute(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return sinceEpoch(text);
    }
    boolean hasZone =
        text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
    return hasZone && text.indexOf('T') > 0
        ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
        : local(LocalDateTime.parse(text.replace(' ', 'T')));
  }

  // What clocks show twice is taken for the first time.
  private long local(LocalDateTime time) {
    if (zone().getRules().getValidOffsets(time).isEmpty()) {
      throw new UsageException(
          time + " is no time in " + zone() + ": clocks are put forward over it");
    }
    return time.atZone(zone()).toInstant().toEpochMilli();
  }
}
