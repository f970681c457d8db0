import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Makes a long recording of a short one: copies the blocks of a Prometheus data folder again and
/// again, each time later. promtool would read all text once for each block.
///
/// Arguments: the data folder with a day's blocks, the folder to write, the number of days.
public final class RepeatBlocks {
  private static final long DAY = 86_400_000;
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public static void main(String[] args) throws IOException {
    int number = 0;
    for (int day = 0; day < Integer.parseInt(args[2]); day++) {
      for (Path block : blocks(Path.of(args[0]))) {
        copy(block, Path.of(args[1]), number++, day * DAY);
      }
    }
  }

  private static List<Path> blocks(Path folder) throws IOException {
    List<Path> blocks = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.filter(file -> Files.exists(file.resolve("meta.json"))).sorted().forEach(blocks::add);
    }
    return blocks;
  }

  private static void copy(Path block, Path target, int number, long later) throws IOException {
    String name = block.getFileName().toString();
    StringBuilder ulid = new StringBuilder(name.substring(0, 18));
    for (int shift = 35; shift >= 0; shift -= 5) {
      ulid.append(DIGITS.charAt((int) ((long) number >>> shift) & 31));
    }
    Path copy = Files.createDirectories(target.resolve(ulid.toString()).resolve("chunks"));
    copy = copy.getParent();
    String meta = Files.readString(block.resolve("meta.json")).replace(name, ulid);
    for (String key : List.of("minTime", "maxTime")) {
      int start = meta.indexOf("\"" + key + "\":") + key.length() + 3;
      int end = meta.indexOf(",", start);
      long time = Long.parseLong(meta.substring(start, end).trim()) + later;
      meta = meta.substring(0, start) + " " + time + meta.substring(end);
    }
    Files.writeString(copy.resolve("meta.json"), meta, StandardCharsets.UTF_8);
    Files.copy(block.resolve("tombstones"), copy.resolve("tombstones"));
    try (var files = Files.list(block.resolve("chunks"))) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        moveChunks(bytes, later);
        Files.write(copy.resolve("chunks").resolve(file.getFileName()), bytes);
      }
    }
    byte[] index = Files.readAllBytes(block.resolve("index"));
    moveSeries(index, later);
    Files.write(copy.resolve("index"), index);
  }

  private static void moveChunks(byte[] bytes, long later) {
    int at = 8;
    while (at < bytes.length) {
      int[] next = {at};
      int length = (int) uvarint(bytes, next);
      int start = next[0];
      int end = start + 1 + length;
      // After the encoding and the number of samples comes the time of the first.
      moveTime(bytes, start + 3, later);
      ByteBuffer.wrap(bytes).putInt(end, checksum(bytes, start, end));
      at = end + 4;
    }
  }

  private static void moveSeries(byte[] bytes, long later) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int toc = bytes.length - 52;
    int at = (int) buffer.getLong(toc + 8);
    int after = (int) buffer.getLong(toc + 16);
    while (at < after) {
      int[] next = {at};
      int length = (int) uvarint(bytes, next);
      int start = next[0];
      if (length == 0) {
        at++;
        continue;
      }
      long labels = uvarint(bytes, next);
      for (int i = 0; i < labels * 2; i++) {
        uvarint(bytes, next);
      }
      uvarint(bytes, next);
      moveTime(bytes, next[0], later);
      int end = start + length;
      buffer.putInt(end, checksum(bytes, start, end));
      at = (end + 4 + 15) / 16 * 16;
    }
  }

  private static void moveTime(byte[] bytes, int at, long later) {
    int[] next = {at};
    long coded = uvarint(bytes, next);
    long moved = ((coded >>> 1) ^ -(coded & 1)) + later;
    long left = moved << 1;
    for (int i = at; i < next[0]; i++) {
      bytes[i] = (byte) (left & 0x7f | (i < next[0] - 1 ? 0x80 : 0));
      left >>>= 7;
    }
    if (left != 0) {
      throw new IllegalArgumentException("the time takes more bytes");
    }
  }

  private static long uvarint(byte[] bytes, int[] next) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[next[0]++];
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  private static int checksum(byte[] bytes, int start, int end) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, start, end - start);
    return (int) sum.getValue();
  }
}
