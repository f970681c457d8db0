package dev.firedrill.series.tsdb;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.TimeRange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The index of a block: which series have a label, and where the chunks of a series are.
///
/// Versions 1, 2 and 3 of Prometheus's format.
final class IndexFile implements Closeable {
  private static final long MAGIC = 0xBAAAD700L;
  private static final int TOC = 52;
  // Most entries are shorter.
  private static final int ENTRY_GUESS = 1 << 10;
  private static final int WINDOW = 1 << 15;

  private final StorageFile file;
  private final int version;
  private final Symbols symbols;
  private final PostingsTable table;
  private final long seriesEnd;
  private final KeptEntries kept;
  private final Map<Long, SeriesEntry> known = new HashMap<>();
  private byte[] window = new byte[0];
  private long windowPlace;
  private int windowLength;

  private IndexFile(
      StorageFile file,
      int version,
      Symbols symbols,
      PostingsTable table,
      long seriesEnd,
      KeptEntries kept) {
    this.file = file;
    this.version = version;
    this.symbols = symbols;
    this.table = table;
    this.seriesEnd = seriesEnd;
    this.kept = kept;
  }

  /// Opens an index and reads its tables.
  ///
  /// @param kept how much of its entries may be kept
  /// @throws DamagedException if they are damaged; then no series can be found
  /// @throws IOException if the file cannot be read
  static IndexFile open(Path path, KeptEntries kept) throws IOException, DamagedException {
    StorageFile file = StorageFile.open(path);
    try {
      return read(file, kept);
    } catch (IOException | DamagedException e) {
      file.close();
      throw e;
    }
  }

  private static IndexFile read(StorageFile file, KeptEntries kept)
      throws IOException, DamagedException {
    ByteCursor header = new ByteCursor(file.read(0, 5));
    long magic = header.u32();
    if (magic != MAGIC) {
      throw new DamagedException("invalid magic number %x".formatted(magic));
    }
    int version = header.u8();
    if (version < 1 || version > 3) {
      throw new DamagedException("unknown index file version " + version);
    }
    byte[] contents = file.read(file.size() - TOC, TOC);
    ByteCursor toc = new ByteCursor(contents);
    long symbolsAt = toc.u64();
    toc.skip(8 + 8 + 8 + 8);
    long tableAt = toc.u64();
    StorageFile.check(contents, 0, TOC - 4, toc.u32());
    Symbols symbols =
        Symbols.of(symbolsAt == 0 ? new byte[4] : file.section(symbolsAt), symbolsAt + 4, version);
    PostingsTable table = PostingsTable.of(tableAt == 0 ? new byte[4] : file.section(tableAt));
    return new IndexFile(file, version, symbols, table, file.size() - TOC, kept);
  }

  /// {@return where the file is}
  Path path() {
    return file.path();
  }

  /// {@return the numbers of the series that may be accepted by all matchers, in the order of the
  ///     file; what is read with a number has the labels to decide}
  ///
  /// @throws DamagedException if a list of series is damaged
  /// @throws IOException if the file cannot be read
  long[] select(List<LabelMatcher> matchers) throws IOException, DamagedException {
    List<long[]> wanted = new ArrayList<>();
    List<long[]> unwanted = new ArrayList<>();
    for (LabelMatcher matcher : matchers) {
      // A matcher that accepts the empty value accepts series without the label.
      boolean absent = matcher.matches("");
      (absent ? unwanted : wanted).add(withValue(matcher, !absent));
    }
    long[] found = wanted.isEmpty() ? all() : wanted.getFirst();
    for (long[] list : wanted) {
      found = Postings.intersection(found, list);
    }
    for (long[] list : unwanted) {
      found = Postings.difference(found, list);
    }
    return found;
  }

  private long[] all() throws IOException, DamagedException {
    PostingsTable.@Nullable Values values = table.values("");
    return values == null || values.size() == 0 ? new long[0] : list(values.offset(0));
  }

  private long[] withValue(LabelMatcher matcher, boolean accepted)
      throws IOException, DamagedException {
    PostingsTable.@Nullable Values values = table.values(matcher.name());
    if (values == null) {
      return new long[0];
    }
    List<long[]> lists = new ArrayList<>();
    if (accepted && matcher.operator() == LabelMatcher.Operator.EQUAL) {
      int place = values.find(matcher.value());
      return place < 0 ? new long[0] : list(values.offset(place));
    }
    for (int i = 0; i < values.size(); i++) {
      if (matcher.matches(values.value(i)) == accepted) {
        lists.add(list(values.offset(i)));
      }
    }
    return lists.isEmpty() ? new long[0] : Postings.union(lists);
  }

  private long[] list(long offset) throws IOException, DamagedException {
    byte[] body = file.section(offset);
    ByteCursor cursor = new ByteCursor(body);
    long count = cursor.u32();
    if (body.length != 4 + 4 * count) {
      throw new DamagedException(
          "unexpected postings length, should be %d bytes for %d postings, got %d bytes"
              .formatted(4 + 4 * count, count, body.length));
    }
    long[] list = new long[(int) count];
    for (int i = 0; i < list.length; i++) {
      list[i] = cursor.u32();
      if (i > 0 && list[i] <= list[i - 1]) {
        throw new DamagedException("postings are not in order");
      }
    }
    return list;
  }

  /// {@return where the entry of a series starts in the file}
  long place(long series) {
    return version == 1 ? series : series * 16;
  }

  /// Reads what the index says of a series.
  ///
  /// @throws DamagedException if it is damaged
  /// @throws IOException if the file cannot be read
  SeriesEntry series(long series) throws IOException, DamagedException {
    SeriesEntry entry = known.get(series);
    if (entry == null) {
      entry = read(series);
      if (kept.take(entry)) {
        known.put(series, entry);
      }
    }
    return entry;
  }

  private SeriesEntry read(long series) throws IOException, DamagedException {
    long place = place(series);
    int at = inWindow(place, Math.min(ENTRY_GUESS, seriesEnd - place));
    ByteCursor cursor = new ByteCursor(window, at, windowLength);
    long length = cursor.uvarint();
    int head = cursor.position() - at;
    if (length < 0 || length > seriesEnd - place - head - 4) {
      throw new DamagedException("invalid size");
    }
    at = inWindow(place, length + head + 4);
    int end = at + head + (int) length;
    StorageFile.check(window, at + head, end, new ByteCursor(window, end, end + 4).u32());
    return entry(new ByteCursor(window, at + head, end));
  }

  // Where in the window some bytes of the file are, which are read if they are not there. Entries
  // are read one after the other, so that many come at once.
  private int inWindow(long place, long length) throws IOException, DamagedException {
    if (place < windowPlace || length < 0 || place + length > windowPlace + windowLength) {
      long wanted = Math.max(length, Math.min(WINDOW, seriesEnd - place));
      if (place < 0 || wanted > file.size() - place) {
        throw new DamagedException("invalid size");
      }
      windowLength = 0;
      if (window.length < wanted) {
        window = new byte[(int) wanted];
      }
      file.readInto(window, place, (int) wanted);
      windowLength = (int) wanted;
      windowPlace = place;
    }
    return (int) (place - windowPlace);
  }

  private SeriesEntry entry(ByteCursor cursor) throws DamagedException {
    int labelCount = cursor.count(2);
    String[] labels = new String[labelCount * 2];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = symbols.get(cursor.uvarint());
    }
    int chunks = cursor.count(3);
    long[] mins = new long[chunks];
    long[] maxs = new long[chunks];
    long[] refs = new long[chunks];
    for (int i = 0; i < chunks; i++) {
      mins[i] = i == 0 ? cursor.varint() : maxs[i - 1] + cursor.uvarint();
      maxs[i] = mins[i] + cursor.uvarint();
      refs[i] = i == 0 ? cursor.uvarint() : refs[i - 1] + cursor.varint();
      if (!TimeRange.holds(mins[i]) || !TimeRange.holds(maxs[i])) {
        throw new DamagedException("the time of a chunk is out of range");
      }
      if (maxs[i] < mins[i] || (i > 0 && mins[i] < maxs[i - 1])) {
        throw new DamagedException("chunks are not in the order of time");
      }
    }
    return new SeriesEntry(Labels.of(labels), mins, maxs, refs);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
