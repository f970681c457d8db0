package dev.firedrill.template.value;

import dev.firedrill.labels.Utf8Order;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A value as Go sees it. Each knows the name of its Go type, since messages show it.
///
/// Strings are Java strings; a byte that is no UTF-8 is a lone surrogate from U+DC80 to U+DCFF.
public sealed interface Value {
  /// No value at all: the dot of a template called without argument, a field of nothing.
  Value MISSING = new Missing();

  /// Nil where any type may stand.
  Value NIL = new Nil("interface {}");

  /// {@return the name of the Go type}
  String type();

  /// {@return a string}
  static Value of(String text) {
    return new Text(text, "string");
  }

  /// {@return a float64}
  static Value of(double value) {
    return new Real(value);
  }

  /// {@return an int}
  static Value of(long value) {
    return new Int(value, "int");
  }

  /// {@return a bool}
  static Value of(boolean value) {
    return new Bool(value);
  }

  /// {@return a map\[string\]string}
  static Value ofLabels(Map<String, String> labels) {
    Map<String, Value> entries = new TreeMap<>(Utf8Order.COMPARATOR);
    labels.forEach((name, text) -> entries.put(name, of(text)));
    return new Mapping(entries, "map[string]string", of(""));
  }

  /// {@return a \[\]string}
  static Value ofStrings(List<String> texts) {
    return new Sequence(texts.stream().map(Value::of).toList(), "[]string", false);
  }

  /// See [Value#MISSING].
  record Missing() implements Value {
    @Override
    public String type() {
      return "interface {}";
    }
  }

  /// Nil of some type.
  record Nil(String type) implements Value {}

  /// A bool.
  record Bool(boolean value) implements Value {
    @Override
    public String type() {
      return "bool";
    }
  }

  /// An integer; one whose type starts with `uint` is unsigned.
  ///
  /// @param type such as `int`, `uint64`, `time.Month`
  record Int(long value, String type) implements Value {
    /// {@return whether the bits are to be read without sign}
    public boolean unsigned() {
      return type.startsWith("uint");
    }
  }

  /// A float64.
  record Real(double value) implements Value {
    @Override
    public String type() {
      return "float64";
    }
  }

  /// A complex128.
  record Complex(double real, double imaginary) implements Value {
    @Override
    public String type() {
      return "complex128";
    }
  }

  /// A string, or of a type that is one, such as `template.HTML`.
  record Text(String value, String type) implements Value {}

  /// A slice.
  ///
  /// @param boxed whether its elements are of type `interface {}`
  /// @param elements shared with whoever gave them, as the memory of a Go slice is: what sorts in
  ///     place is seen by all
  /// @param unset whether it is a nil slice, which only shows in JSON
  record Sequence(List<Value> elements, String type, boolean boxed, boolean unset)
      implements Value {
    /// A slice that is not nil.
    public Sequence(List<Value> elements, String type, boolean boxed) {
      this(elements, type, boxed, false);
    }
  }

  /// A map with string keys.
  ///
  /// @param entries sorted by the bytes of the keys
  /// @param zero what a key that is missing stands for; [Value#NIL] where any value may stand
  /// @param unset whether it is a nil map, which only shows in JSON
  record Mapping(Map<String, Value> entries, String type, Value zero, boolean unset)
      implements Value {
    public Mapping {
      Map<String, Value> sorted = new TreeMap<>(Utf8Order.COMPARATOR);
      sorted.putAll(entries);
      entries = Collections.unmodifiableMap(sorted);
    }

    /// A map that is not nil.
    public Mapping(Map<String, Value> entries, String type, Value zero) {
      this(entries, type, zero, false);
    }

    /// {@return whether its values are of type `interface {}`}
    public boolean boxed() {
      return zero instanceof Nil;
    }

    /// {@return the value of a key, if it is there}
    public Optional<Value> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }
  }

  /// A struct, or a pointer to one.
  ///
  /// @param type the name of the type; a pointer's starts with `*`
  /// @param fields in the order of declaration
  /// @param boxed names of the fields that are of type `interface {}`
  /// @param text what the type's `String` method gives; null where it has none
  record Struct(String type, Map<String, Value> fields, List<String> boxed, @Nullable String text)
      implements Value {
    public Struct {
      fields = Collections.unmodifiableMap(fields);
      boxed = List.copyOf(boxed);
    }

    /// {@return whether it is a pointer}
    public boolean isPointer() {
      return type.startsWith("*");
    }
  }

  /// A point in time.
  ///
  /// @param type `time.Time` or `*time.Time`
  record Time(ZonedDateTime value, String type) implements Value {}

  /// A span of time.
  ///
  /// @param type `time.Duration` or `*time.Duration`
  record Duration(long nanos, String type) implements Value {}
}
