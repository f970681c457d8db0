package dev.firedrill.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternDefeatingSortTest {
  @Test
  void leavesEqualElementsInTheOrderInWhichGoLeavesThem() throws IOException {
    for (String line : lines()) {
      String[] halves = line.split(" : ", -1);
      int[] values = numbers(halves[0]);
      assertThat(places(values)).as(line).isEqualTo(numbers(halves[1]));
    }
  }

  @Test
  void sortsWhatTakesEveryWay() {
    for (int size = 0; size < 400; size += 7) {
      for (int kinds = 1; kinds <= 5; kinds++) {
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
          values[i] = kinds == 5 ? -i : (i * i * 31 + i) % (kinds * 9);
        }
        int[] sorted = values.clone();
        places(sorted);
        Arrays.sort(values);
        assertThat(sorted).isEqualTo(values);
      }
    }
  }

  /// Sorts values; gives the places that they had before.
  private static int[] places(int[] values) {
    int[] places = IntStream.range(0, values.length).toArray();
    PatternDefeatingSort.sort(
        values.length,
        new PatternDefeatingSort.Elements() {
          @Override
          public boolean less(int i, int j) {
            return values[i] < values[j];
          }

          @Override
          public void swap(int i, int j) {
            exchange(values, i, j);
            exchange(places, i, j);
          }
        });
    return places;
  }

  private static void exchange(int[] array, int i, int j) {
    int kept = array[i];
    array[i] = array[j];
    array[j] = kept;
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = PatternDefeatingSortTest.class.getResourceAsStream("go-sort.txt")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
