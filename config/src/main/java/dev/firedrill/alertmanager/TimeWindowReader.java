package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlValues;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one entry of a time interval.
final class TimeWindowReader {
  private static final String GO = "timeinterval.";
  private static final CalendarRange ZERO = new CalendarRange(0, 0);

  private final ReadingContext context;
  private final YamlValues values;
  private final YamlFields fields;
  private @Nullable List<Located<TimeOfDayRange>> times;
  private @Nullable List<Located<CalendarRange>> weekdays;
  private @Nullable List<Located<DayOfMonthRange>> daysOfMonth;
  private @Nullable List<Located<CalendarRange>> months;
  private @Nullable List<Located<CalendarRange>> years;
  private @Nullable Located<ZoneId> zone;

  private TimeWindowReader(YamlNode node, ReadingContext context) {
    this.context = context;
    this.values = new YamlValues(context.problems());
    this.fields = YamlFields.of(node, GO + "TimeInterval", context.problems());
  }

  static TimeWindow read(YamlNode node, ReadingContext context) {
    TimeWindowReader reader = new TimeWindowReader(node, context);
    // The first value that cannot be read is the one that Alertmanager tells of.
    List<Entry> entries = reader.fields.rest();
    reader.fields.allow("times", "weekdays", "days_of_month", "months", "years", "location");
    for (Entry entry : entries) {
      reader.read(entry.name());
    }
    reader.fields.finish();
    return reader.window();
  }

  private TimeWindow window() {
    return new TimeWindow(times, weekdays, daysOfMonth, months, years, zone, fields.location());
  }

  private void read(String name) {
    switch (name) {
      case "times" ->
          times = list(name, "TimeRange", new TimeOfDayRange(0, 0), this::timeOfDayRange);
      case "weekdays" -> weekdays = list(name, "WeekdayRange", ZERO, text(IntervalForms::weekdays));
      case "days_of_month" ->
          daysOfMonth =
              list(
                  name,
                  "DayOfMonthRange",
                  new DayOfMonthRange(0, 0),
                  text(IntervalForms::daysOfMonth));
      case "months" -> months = list(name, "MonthRange", ZERO, text(IntervalForms::months));
      case "years" -> years = list(name, "YearRange", ZERO, text(IntervalForms::years));
      case "location" -> zone = fields.node(name).map(text(IntervalForms::zone)).orElse(null);
      default -> {
        // told of as unknown
      }
    }
  }

  // A null among the items is Go's zero value.
  private <T> @Nullable List<Located<T>> list(
      String name, String goType, T zero, Function<YamlNode, @Nullable Located<T>> item) {
    YamlNode node = fields.node(name).orElse(null);
    if (node == null) {
      return null;
    }
    if (!(node instanceof SequenceNode list)) {
      values.wrongType(node, "[]" + GO + goType, "a list");
      return null;
    }
    List<Located<T>> items = new ArrayList<>();
    for (YamlNode each : list.items()) {
      Located<T> read =
          YamlValues.isNull(each) ? new Located<>(zero, each.written()) : item.apply(each);
      if (read != null) {
        items.add(read);
      }
    }
    return items;
  }

  private @Nullable Located<TimeOfDayRange> timeOfDayRange(YamlNode node) {
    int before = context.problems().all().size();
    YamlFields range = YamlFields.of(node, GO + "yamlTimeRange", context.problems());
    Located<String> start = range.string("start_time");
    Located<String> end = range.string("end_time");
    range.finish();
    String from = start == null ? "" : start.value();
    String to = end == null ? "" : end.value();
    if (context.problems().all().size() > before || context.isOpen(from) || context.isOpen(to)) {
      return null;
    }
    return read(() -> IntervalForms.times(from, to), range.location());
  }

  private <T> Function<YamlNode, @Nullable Located<T>> text(Form<T> form) {
    return node -> {
      SourceText text = values.text(node);
      return text == null || context.isOpen(text.text())
          ? null
          : read(() -> form.read(text.text()), place(text, node));
    };
  }

  private static Location place(SourceText text, YamlNode node) {
    return text.text().isEmpty() ? node.written() : text.location();
  }

  private <T> @Nullable Located<T> read(Reading<T> reading, Location place) {
    try {
      return new Located<>(reading.read(), place);
    } catch (IntervalSyntaxException e) {
      Diagnostic error = Diagnostic.error("interval/invalid", e.text(), place);
      String help = e.help();
      context.problems().value(help == null ? error : error.withHelp(help), e.text());
      return null;
    }
  }

  /// What a text stands for.
  private interface Form<T> {
    T read(String text) throws IntervalSyntaxException;
  }

  /// A form and what it is to read.
  private interface Reading<T> {
    T read() throws IntervalSyntaxException;
  }
}
