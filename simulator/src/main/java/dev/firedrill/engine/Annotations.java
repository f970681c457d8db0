package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what there is to say about a result. Of several with one message the last place counts.
public final class Annotations {
  private final Map<String, Annotation> byMessage = new LinkedHashMap<>();

  /// Adds a warning.
  public void warn(String message, Span span) {
    add(new Annotation(true, message, span));
  }

  /// Adds an information.
  public void inform(String message, Span span) {
    add(new Annotation(false, message, span));
  }

  /// Adds a warning or an information.
  public void add(Annotation annotation) {
    byMessage.put(annotation.prefixed(), annotation);
  }

  /// {@return all that were added, one for each message}
  public List<Annotation> list() {
    return List.copyOf(byMessage.values());
  }
}
