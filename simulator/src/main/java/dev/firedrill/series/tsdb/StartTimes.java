package dev.firedrill.series.tsdb;

/// Decodes when the counters of a chunk's samples started.
///
/// A header byte says whether the first sample has a start, and the index of the first later sample
/// that carries one; from then on every sample does.
final class StartTimes {
  private final BitReader bits;
  private final boolean initial;
  private final int first;
  private long difference;
  private long start;

  /// @param header the header byte; 0 where no sample says anything
  StartTimes(BitReader bits, int header) {
    this.bits = bits;
    this.initial = (header & 0x80) != 0;
    this.first = header & 0x7f;
  }

  /// Reads what follows a sample.
  ///
  /// @param index of the sample in its chunk
  /// @param before epoch milliseconds of the sample before, or of this one where it is the first
  /// @return epoch milliseconds, 0 where it is not known
  long read(int index, long before) throws DamagedException {
    if (index == 0) {
      start = initial ? before - bits.varint() : 0;
    } else if (first > 0 && index >= first) {
      difference = index == first ? bits.varbit() : difference + bits.varbit();
      start = before - difference;
    }
    return start;
  }
}
