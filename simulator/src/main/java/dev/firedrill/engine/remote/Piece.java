package dev.firedrill.engine.remote;

import dev.firedrill.engine.TimeGrid;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a grid that one query is for.
///
/// Pieces begin at multiples of their length since the epoch, so that another run over the same
/// time asks for the same pieces, whenever it starts.
///
/// @param start epoch milliseconds of the first step
/// @param end epoch milliseconds of the last step
/// @param step milliseconds
record Piece(long start, long end, long step) {
  /// Steps of a piece; servers refuse more than 11,000.
  static final int STEPS = 4096;

  /// {@return the pieces of a grid, in their order}
  static List<Piece> of(TimeGrid grid) {
    List<Piece> pieces = new ArrayList<>();
    long length = STEPS * grid.step();
    long first = grid.start();
    while (first <= grid.end()) {
      long next = Math.floorDiv(first, length) * length + length;
      long last =
          Math.min(grid.end(), first + Math.floorDiv(next - 1 - first, grid.step()) * grid.step());
      pieces.add(new Piece(first, last, grid.step()));
      first = last + grid.step();
    }
    return pieces;
  }

  /// {@return the number of steps}
  long steps() {
    return (end - start) / step + 1;
  }

  /// {@return the first half of the steps}
  Piece firstHalf() {
    return new Piece(start, start + (steps() / 2 - 1) * step, step);
  }

  /// {@return the steps that are not in the first half}
  Piece secondHalf() {
    return new Piece(firstHalf().end + step, end, step);
  }
}
