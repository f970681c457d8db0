package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what there is to say about a result. Of several with one message the last place counts.
public final class Annotations {
  private final Map<String, Entry> byMessage = new LinkedHashMap<>();
  private final boolean ordered;

  /// Nothing yet, on results whose elements stand in their order.
  public Annotations() {
    this(true);
  }

  private Annotations(boolean ordered) {
    this.ordered = ordered;
  }

  /// {@return nothing yet, on results whose elements may stand in another order than they should}
  static Annotations ofAnyOrder() {
    return new Annotations(false);
  }

  /// What is added up when a message comes again, and shown after it.
  public interface Detail {
    /// {@return this together with what came later with the same message}
    Detail and(Detail later);

    /// {@return what follows the message}
    String text();
  }

  private record Entry(Annotation annotation, @Nullable Detail detail) {
    Annotation complete() {
      Detail known = detail();
      return known == null
          ? annotation
          : new Annotation(
              annotation.warning(), annotation.message() + known.text(), annotation.span());
    }
  }

  /// All that was added up to some time.
  public static final class Mark {
    private final Map<String, Entry> byMessage;

    private Mark(Map<String, Entry> byMessage) {
      this.byMessage = new LinkedHashMap<>(byMessage);
    }
  }

  /// {@return all that was added up to now}
  public Mark mark() {
    return new Mark(byMessage);
  }

  /// Takes back all that was added since.
  public void backTo(Mark mark) {
    byMessage.clear();
    byMessage.putAll(mark.byMessage);
  }

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
    byMessage.put(annotation.prefixed(), new Entry(annotation, null));
  }

  /// Adds what was said last on the elements of a step.
  ///
  /// @param several whether something else was said on others of them
  /// @throws EvaluationException if it cannot be told which of them is the last
  public void addLast(Annotation annotation, boolean several) {
    if (several && !ordered) {
      throw new EvaluationException("what is said last is not known", annotation.span());
    }
    add(annotation);
  }

  /// Adds a warning or an information with a detail.
  public void add(Annotation annotation, Detail detail) {
    @Nullable Entry known = byMessage.get(annotation.prefixed());
    @Nullable Detail before = known == null ? null : known.detail();
    byMessage.put(
        annotation.prefixed(), new Entry(annotation, before == null ? detail : before.and(detail)));
  }

  /// {@return all that were added, one for each message}
  public List<Annotation> list() {
    List<Annotation> all = new ArrayList<>();
    byMessage.values().forEach(entry -> all.add(entry.complete()));
    return List.copyOf(all);
  }
}
