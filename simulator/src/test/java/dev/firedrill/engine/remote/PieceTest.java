package dev.firedrill.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PieceTest {
  private static final long MINUTE = 60_000;

  @Property(tries = 200)
  void piecesHoldEachStepOnce(
      @ForAll @LongRange(min = -10_000_000_000L, max = 2_000_000_000_000L) long start,
      @ForAll @IntRange(min = 1, max = 20_000) int count,
      @ForAll @LongRange(min = 1, max = 3_600_000) long step) {
    TimeGrid grid = new TimeGrid(start, step, count);
    List<Long> times = new ArrayList<>();
    for (Piece piece : Piece.of(grid)) {
      assertThat(piece.steps()).isBetween(1L, (long) Piece.STEPS);
      for (long time = piece.start(); time <= piece.end(); time += step) {
        times.add(time);
      }
    }
    assertThat(times).hasSize(count).isSorted().doesNotHaveDuplicates();
    assertThat(times.getFirst()).isEqualTo(start);
    assertThat(times.getLast()).isEqualTo(grid.end());
  }

  @Property(tries = 50)
  void laterRunsAskForTheSamePieces(@ForAll @IntRange(min = 0, max = 5_000) int later) {
    TimeGrid one = new TimeGrid(1_795_000_000_000L / MINUTE * MINUTE, MINUTE, 20_000);
    TimeGrid other = new TimeGrid(one.start() + later * MINUTE, MINUTE, 20_000);
    List<Piece> same = new ArrayList<>(Piece.of(one));
    same.retainAll(Piece.of(other));
    assertThat(same).hasSizeGreaterThanOrEqualTo(2);
  }

  @Property(tries = 50)
  void halvesAreTheWhole(@ForAll @IntRange(min = 2, max = 4096) int steps) {
    Piece piece = new Piece(0, (steps - 1) * MINUTE, MINUTE);
    Piece first = piece.firstHalf();
    Piece second = piece.secondHalf();
    assertThat(first.steps() + second.steps()).isEqualTo(steps);
    assertThat(first.start()).isEqualTo(piece.start());
    assertThat(second.start()).isEqualTo(first.end() + MINUTE);
    assertThat(second.end()).isEqualTo(piece.end());
  }
}
