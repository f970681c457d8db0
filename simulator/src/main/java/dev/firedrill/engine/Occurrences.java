package dev.firedrill.engine;

/// How often something was said.
public record Occurrences(int count) implements Annotations.Detail {
  /// Said for the first time.
  public static final Occurrences ONE = new Occurrences(1);

  @Override
  public Annotations.Detail and(Annotations.Detail later) {
    return later instanceof Occurrences more ? new Occurrences(count + more.count) : later;
  }

  @Override
  public String text() {
    return count > 1 ? " (" + count + " occurrences)" : "";
  }
}
