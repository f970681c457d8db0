package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.series.tsdb.WalWriter.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalSegmentsTest {
  private static final Path LOG =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded/storage/data/wal");

  @TempDir Path folder;

  private static List<byte[]> read(List<Path> segments, DamageLog log) throws IOException {
    List<byte[]> records = new ArrayList<>();
    WalSegments.read(segments, true, records::add, log);
    return records;
  }

  private void roundTrip(List<byte[]> records, Packing... packings) throws IOException {
    Path segment = folder.resolve("00000000");
    Files.write(segment, WalWriter.segment(records, List.of(packings)));
    DamageLog log = new DamageLog();
    List<byte[]> again = read(List.of(segment), log);
    assertThat(log.diagnostics()).isEmpty();
    assertThat(again).hasSameSizeAs(records);
    for (int i = 0; i < records.size(); i++) {
      assertThat(again.get(i)).isEqualTo(records.get(i));
    }
  }

  @Test
  void recordsOfAServerAreTheSameHoweverTheyArePacked() throws IOException {
    DamageLog log = new DamageLog();
    List<byte[]> records = read(Segments.in(LOG), log);
    assertThat(log.diagnostics()).isEmpty();
    assertThat(records).hasSizeGreaterThan(5);
    roundTrip(records, Packing.NONE);
    roundTrip(records, Packing.SNAPPY);
    roundTrip(records, Packing.ZSTD);
    roundTrip(records, Packing.ZSTD, Packing.NONE, Packing.SNAPPY);
  }

  @Test
  void recordsLongerThanPagesArePutTogether() throws IOException {
    Random random = new Random(7);
    List<byte[]> records = new ArrayList<>();
    for (int size : new int[] {1, 32_761, 32_762, 5, 200_000, 65_522, 3, 32_750, 11}) {
      byte[] record = new byte[size];
      random.nextBytes(record);
      records.add(record);
    }
    roundTrip(records, Packing.NONE);
    roundTrip(records, Packing.ZSTD);
    roundTrip(records, Packing.SNAPPY, Packing.NONE);
  }
}
