package dev.firedrill.series.tsdb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// Writes an index of the second version as one of the first: symbols and series are referred to by
/// their places in the file, series stand close together, and the table of postings is unsorted.
final class FirstIndexVersion {
  private static final int TOC = 52;
  private static final int HEADER = 5;

  private final byte[] old;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> symbols = new ArrayList<>();
  private final Map<Long, Integer> series = new HashMap<>();

  private FirstIndexVersion(byte[] old) {
    this.old = old;
  }

  static byte[] of(byte[] second) throws DamagedException {
    return new FirstIndexVersion(second).written();
  }

  /// One entry of the table of postings, and its list.
  private record Listed(String name, String value, List<Long> list) {}

  private byte[] written() throws DamagedException {
    ByteCursor toc = new ByteCursor(old, old.length - TOC, old.length);
    int symbolsAt = (int) toc.u64();
    toc.skip(8 + 8 + 8 + 8);
    List<Listed> postings = postings((int) toc.u64());
    out.write(old, 0, HEADER - 1);
    out.write(1);
    copySymbols(symbolsAt);
    List<Long> all = postings.getFirst().list();
    int seriesAt = out.size();
    for (long each : all) {
      writeSeries(each);
    }
    int tableAt = writePostings(postings);
    ByteBuffer end = ByteBuffer.allocate(TOC);
    end.putLong(HEADER).putLong(seriesAt).putLong(0).putLong(0).putLong(0).putLong(tableAt);
    end.putInt(checksum(Arrays.copyOf(end.array(), TOC - 4)));
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  private ByteCursor section(int at) throws DamagedException {
    int length = (int) new ByteCursor(old, at, at + 4).u32();
    return new ByteCursor(old, at + 4, at + 4 + length);
  }

  private List<Listed> postings(int at) throws DamagedException {
    ByteCursor table = section(at);
    long count = table.u32();
    List<Listed> postings = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      table.uvarint();
      String name = table.string();
      String value = table.string();
      ByteCursor list = section((int) table.uvarint());
      List<Long> ids = new ArrayList<>();
      for (long rest = list.u32(); rest > 0; rest--) {
        ids.add(list.u32());
      }
      postings.add(new Listed(name, value, ids));
    }
    return postings;
  }

  private void copySymbols(int at) throws DamagedException {
    ByteCursor cursor = section(at);
    int from = cursor.position();
    long count = cursor.u32();
    for (long i = 0; i < count; i++) {
      symbols.add(HEADER + 4 + cursor.position() - from);
      cursor.string();
    }
    writeSection(Arrays.copyOfRange(old, from, cursor.position()));
  }

  private void writeSeries(long id) throws DamagedException {
    int at = (int) id * 16;
    ByteCursor cursor = new ByteCursor(old, at, old.length);
    int length = (int) cursor.uvarint();
    int end = cursor.position() + length;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long labels = cursor.uvarint();
    uvarint(body, labels);
    for (long i = 0; i < 2 * labels; i++) {
      uvarint(body, symbols.get((int) cursor.uvarint()));
    }
    body.write(old, cursor.position(), end - cursor.position());
    series.put(id, out.size());
    uvarint(out, body.size());
    out.writeBytes(body.toByteArray());
    out.writeBytes(ByteBuffer.allocate(4).putInt(checksum(body.toByteArray())).array());
  }

  private int writePostings(List<Listed> postings) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.writeBytes(ByteBuffer.allocate(4).putInt(postings.size()).array());
    List<Listed> unsorted = new ArrayList<>(postings);
    Collections.reverse(unsorted);
    for (Listed each : unsorted) {
      uvarint(table, 2);
      text(table, each.name());
      text(table, each.value());
      while (out.size() % 4 != 0) {
        out.write(0);
      }
      uvarint(table, out.size());
      ByteBuffer list = ByteBuffer.allocate(4 + 4 * each.list().size()).putInt(each.list().size());
      for (long id : each.list()) {
        list.putInt(series.getOrDefault(id, -1));
      }
      writeSection(list.array());
    }
    int at = out.size();
    writeSection(table.toByteArray());
    return at;
  }

  private void writeSection(byte[] body) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(checksum(body)).array());
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    uvarint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void uvarint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }
}
