package dev.firedrill.series;

import java.util.Optional;

/// A source whose series are made of those of another one. What there is to be known of the other
/// one as a whole holds for it, too.
public abstract class AlteredSource implements SeriesSource {
  /// What the series are made of.
  protected final SeriesSource source;

  /// @param source what the series are made of
  protected AlteredSource(SeriesSource source) {
    this.source = source;
  }

  @Override
  public TimeRange known(TimeRange range) {
    return source.known(range);
  }

  @Override
  public boolean mayHaveOthers() {
    return source.mayHaveOthers();
  }

  @Override
  public boolean hasSamples(TimeRange range, long step) {
    return source.hasSamples(range, step);
  }

  @Override
  public Optional<TimeRange> extent() {
    return source.extent();
  }
}
