package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A series written once for many: each `{{0..99}}`, `{{0..100..10}}` or `{{a,b,c}}` in it stands
/// for its values one after the other, several for all combinations. `{{n=0..3}}` gives the values
/// a name, by which `{{n}}` repeats the value of the same combination.
///
/// Numbers are as long as the longer bound where one starts with a zero: `{{08..10}}` is 08, 09,
// 10.
final class SeriesTemplate {
  /// More series than these are a mistake.
  static final int MOST = 100_000;

  private static final String RANGE_WANTED = "expected a range such as {{0..99}} or {{0..100..10}}";

  private final List<Part> parts = new ArrayList<>();
  private final List<List<String>> choices = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();

  /// A piece of text, or a place where a value goes.
  ///
  /// @param choice which of the lists of values goes there; -1 for text
  private record Part(String text, int choice) {}

  /// What is wrong with a template.
  static final class MalformedTemplate extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient Span span;

    MalformedTemplate(String text, Span span) {
      super(text);
      this.text = text;
      this.span = span;
    }

    String text() {
      return text;
    }

    Span span() {
      return span;
    }
  }

  private SeriesTemplate() {}

  /// {@return the series that a text stands for; the text itself where it is no template}
  static List<SourceText> expand(SourceText text) throws MalformedTemplate {
    if (!text.text().contains("{{")) {
      return List.of(text);
    }
    SeriesTemplate template = new SeriesTemplate();
    template.read(text.text());
    List<SourceText> expanded = new ArrayList<>();
    for (String each : template.combinations()) {
      expanded.add(SourceText.unmapped(text.file(), each, text.location().span()));
    }
    return expanded;
  }

  private void read(String text) throws MalformedTemplate {
    long count = 1;
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      if (close < 0) {
        throw new MalformedTemplate("{{ without }}", new Span(open, open + 2));
      }
      parts.add(new Part(text.substring(at, open), -1));
      Span span = new Span(open, close + 2);
      int before = choices.size();
      parts.add(new Part("", choice(text.substring(open + 2, close).strip(), span)));
      count *= choices.size() > before ? choices.getLast().size() : 1;
      if (count > MOST) {
        throw new MalformedTemplate("stands for more than " + MOST + " series", span);
      }
      at = close + 2;
    }
    parts.add(new Part(text.substring(at), -1));
  }

  private int choice(String text, Span span) throws MalformedTemplate {
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals).strip();
    String values = text.substring(equals + 1).strip();
    @Nullable Integer known = names.get(values);
    if (equals < 0 && known != null) {
      return known;
    }
    List<String> choice =
        values.contains("..") ? numbers(values, span) : words(values, equals < 0, span);
    if (!name.isEmpty() && names.putIfAbsent(name, choices.size()) != null) {
      throw new MalformedTemplate("'" + name + "' is named a second time", span);
    }
    choices.add(choice);
    return choices.size() - 1;
  }

  private List<String> words(String text, boolean nameless, Span span) throws MalformedTemplate {
    if (text.isEmpty() || (nameless && !text.contains(","))) {
      String known = names.isEmpty() ? "" : ", or one of the names " + names.keySet();
      throw new MalformedTemplate(
          "expected a range such as {{0..99}} or a list such as {{a,b}}" + known, span);
    }
    List<String> words = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      words.add(word.strip());
    }
    return words;
  }

  private static List<String> numbers(String text, Span span) throws MalformedTemplate {
    String[] bounds = text.split("\\.\\.", -1);
    if (bounds.length > 3) {
      throw new MalformedTemplate(RANGE_WANTED, span);
    }
    long first = number(bounds[0], span);
    long last = number(bounds[1], span);
    long step = bounds.length < 3 ? 1 : number(bounds[2], span);
    if (last < first || step < 1) {
      throw new MalformedTemplate("a range goes up, by steps of at least 1", span);
    }
    if ((last - first) / step >= MOST) {
      throw new MalformedTemplate("stands for more than " + MOST + " series", span);
    }
    boolean padded = isPadded(bounds[0]) || isPadded(bounds[1]);
    int width = padded ? Math.max(bounds[0].strip().length(), bounds[1].strip().length()) : 0;
    List<String> numbers = new ArrayList<>();
    for (long number = first; number <= last; number += step) {
      String digits = String.valueOf(number);
      numbers.add("0".repeat(Math.max(0, width - digits.length())) + digits);
    }
    return numbers;
  }

  private static boolean isPadded(String bound) {
    return bound.strip().length() > 1 && bound.strip().startsWith("0");
  }

  private static long number(String text, Span span) throws MalformedTemplate {
    String digits = text.strip();
    boolean good = !digits.isEmpty() && digits.length() < 10;
    for (int i = 0; i < digits.length(); i++) {
      good &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    if (!good) {
      throw new MalformedTemplate(
          digits.isEmpty() ? RANGE_WANTED : "'" + digits + "' is no whole number", span);
    }
    return Long.parseLong(digits);
  }

  // The last list goes round fastest, as nested loops would have it.
  private List<String> combinations() {
    List<String> combinations = new ArrayList<>();
    int[] places = new int[choices.size()];
    do {
      StringBuilder text = new StringBuilder();
      for (Part part : parts) {
        boolean plain = part.choice() < 0;
        text.append(plain ? part.text() : choices.get(part.choice()).get(places[part.choice()]));
      }
      combinations.add(text.toString());
    } while (next(places));
    return combinations;
  }

  private boolean next(int[] places) {
    for (int i = places.length - 1; i >= 0; i--) {
      if (++places[i] < choices.get(i).size()) {
        return true;
      }
      places[i] = 0;
    }
    return false;
  }
}
