package dev.firedrill.alertmanager.receiver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field of an integration, declared once for validation, masking, documentation and rendering.
///
/// @param secret whether its value is nobody's business
/// @param templated whether its text is a template of the notification
/// @param required whether Alertmanager refuses an integration without it
/// @param preset its text where none is written; empty where there is none
/// @param presets texts of a map's entries that hold unless they are written, by name
/// @param fields of an object, or of each object of a list
/// @param type an object's type as Go's messages name it
/// @param rules what is demanded of an object
/// @param limit how long its text may be; null for any length
public record Field(
    String name,
    Kind kind,
    boolean secret,
    boolean templated,
    boolean required,
    String preset,
    Map<String, String> presets,
    List<Field> fields,
    String type,
    Rules rules,
    @Nullable TextLimit limit) {

  /// What a field's value looks like.
  public enum Kind {
    TEXT,
    FLAG,
    NUMBER,
    /// As Prometheus writes durations.
    DURATION,
    /// A URL of `http` or `https`.
    URL,
    /// A URL, or a template that makes one.
    TEMPLATE_URL,
    /// A host and a port.
    HOST_PORT,
    TEXTS,
    TEXT_MAP,
    OBJECT,
    OBJECTS,
    /// Whatever the other side takes.
    ANY
  }

  public Field {
    fields = List.copyOf(fields);
    presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
  }

  static Field of(String name, Kind kind) {
    return new Field(
        name, kind, false, false, false, "", Map.of(), List.of(), "", Rules.NONE, null);
  }

  static Field text(String name) {
    return of(name, Kind.TEXT);
  }

  static Field flag(String name) {
    return of(name, Kind.FLAG);
  }

  static Field number(String name) {
    return of(name, Kind.NUMBER);
  }

  static Field url(String name) {
    return of(name, Kind.URL);
  }

  static Field secret(String name) {
    return text(name).asSecret();
  }

  static Field template(String name) {
    return template(name, "");
  }

  static Field template(String name, String preset) {
    return new Field(
        name, Kind.TEXT, false, true, false, preset, Map.of(), List.of(), "", Rules.NONE, null);
  }

  /// {@return a field whose default is one of the default templates}
  static Field defaulted(String name, String template) {
    return template(name, "{{ template \"" + template + "\" . }}");
  }

  static Field object(String name, String type, List<Field> fields, Rules rules) {
    return new Field(
        name, Kind.OBJECT, false, false, false, "", Map.of(), fields, type, rules, null);
  }

  static Field objects(String name, String type, List<Field> fields, Rules rules) {
    return new Field(
        name, Kind.OBJECTS, false, false, false, "", Map.of(), fields, type, rules, null);
  }

  Field asSecret() {
    return new Field(
        name, kind, true, templated, required, preset, presets, fields, type, rules, limit());
  }

  Field asRequired() {
    return new Field(
        name, kind, secret, templated, true, preset, presets, fields, type, rules, limit());
  }

  Field withPreset(String text) {
    return new Field(
        name, kind, secret, templated, required, text, presets, fields, type, rules, limit());
  }

  /// @param texts name, text, name, text and so on
  Field withPresets(String... texts) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      all.put(texts[i], texts[i + 1]);
    }
    return new Field(
        name, kind, secret, templated, required, preset, all, fields, type, rules, limit());
  }

  Field asTemplate() {
    return new Field(
        name, kind, secret, true, required, preset, presets, fields, type, rules, limit());
  }

  /// {@return the field with a limit to its text}
  public Field limited(TextLimit most) {
    return new Field(
        name, kind, secret, templated, required, preset, presets, fields, type, rules, most);
  }
}
