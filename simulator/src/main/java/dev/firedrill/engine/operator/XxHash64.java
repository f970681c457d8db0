package dev.firedrill.engine.operator;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The hash function XXH64 with seed 0, as its specification has it.
final class XxHash64 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long PRIME_1 = 0x9e3779b185ebca87L;
  private static final long PRIME_2 = 0xc2b2ae3d27d4eb4fL;
  private static final long PRIME_3 = 0x165667b19e3779f9L;
  private static final long PRIME_4 = 0x85ebca77c2b2ae63L;
  private static final long PRIME_5 = 0x27d4eb2f165667c5L;

  private XxHash64() {}

  /// {@return the hash of bytes, to be read as unsigned}
  static long hash(byte[] bytes) {
    int stripes = bytes.length & ~31;
    long hash = stripes > 0 ? stripes(bytes, stripes) : PRIME_5;
    return avalanche(rest(bytes, stripes, hash + bytes.length));
  }

  private static long stripes(byte[] bytes, int end) {
    long a = 0x60ea27eeadc0b5d6L; // PRIME_1 + PRIME_2
    long b = PRIME_2;
    long c = 0;
    long d = 0x61c8864e7a143579L; // -PRIME_1
    for (int i = 0; i < end; i += 32) {
      a = round(a, (long) LONGS.get(bytes, i));
      b = round(b, (long) LONGS.get(bytes, i + 8));
      c = round(c, (long) LONGS.get(bytes, i + 16));
      d = round(d, (long) LONGS.get(bytes, i + 24));
    }
    long hash =
        Long.rotateLeft(a, 1)
            + Long.rotateLeft(b, 7)
            + Long.rotateLeft(c, 12)
            + Long.rotateLeft(d, 18);
    return merge(merge(merge(merge(hash, a), b), c), d);
  }

  private static long rest(byte[] bytes, int start, long before) {
    long hash = before;
    int i = start;
    for (; i + 8 <= bytes.length; i += 8) {
      hash ^= round(0, (long) LONGS.get(bytes, i));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (i + 4 <= bytes.length) {
      hash ^= Integer.toUnsignedLong((int) INTS.get(bytes, i)) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      i += 4;
    }
    for (; i < bytes.length; i++) {
      hash ^= Byte.toUnsignedLong(bytes[i]) * PRIME_5;
      hash = Long.rotateLeft(hash, 11) * PRIME_1;
    }
    return hash;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * PRIME_2;
    mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
    return mixed ^ (mixed >>> 32);
  }
}
