package dev.firedrill.series.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WireReaderTest {
  private static WireReader reader(byte[]... parts) {
    byte[] all = Wire.joined(parts);
    return new WireReader(all, 0, all.length);
  }

  @Test
  void readsFieldsOfAllKinds() throws IOException {
    WireReader message =
        reader(
            Wire.number(1, -5),
            Wire.signed(2, -5),
            Wire.real(3, 0.1),
            new WireWriter().text(4, "ä").toBytes(),
            Wire.message(5, Wire.number(1, 7)));
    assertThat(message.next()).isEqualTo(1);
    assertThat(message.number()).isEqualTo(-5);
    assertThat(message.next()).isEqualTo(2);
    assertThat(message.signed()).isEqualTo(-5);
    assertThat(message.next()).isEqualTo(3);
    assertThat(message.real()).isEqualTo(0.1);
    assertThat(message.next()).isEqualTo(4);
    assertThat(message.text()).isEqualTo("ä");
    assertThat(message.next()).isEqualTo(5);
    WireReader inner = message.message();
    assertThat(inner.next()).isEqualTo(1);
    assertThat(inner.number()).isEqualTo(7);
    assertThat(inner.next()).isZero();
    assertThat(message.next()).isZero();
  }

  @Test
  void takesNumbersOneByOneOrPacked() throws IOException {
    byte[] packed = {4, 3, 6};
    WireReader message =
        reader(Wire.signed(9, 2), new WireWriter().bytes(9, packed).toBytes(), Wire.real(10, 1.5));
    List<Long> numbers = new ArrayList<>();
    List<Double> reals = new ArrayList<>();
    for (int field = message.next(); field != 0; field = message.next()) {
      if (field == 9) {
        message.signedNumbers(numbers::add);
      } else {
        message.reals(reals::add);
      }
    }
    assertThat(numbers).containsExactly(2L, 2L, -2L, 3L);
    assertThat(reals).containsExactly(1.5);
  }

  @Test
  void goesOverFieldsItDoesNotKnow() throws IOException {
    byte[] fixed32 = {6 << 3 | 5, 1, 2, 3, 4};
    WireReader message =
        reader(
            Wire.number(1, 300), Wire.real(2, 1), new WireWriter().text(3, "x").toBytes(), fixed32);
    for (int field = 1; field <= 3; field++) {
      assertThat(message.next()).isEqualTo(field);
      message.skip();
    }
    assertThat(message.next()).isEqualTo(6);
    message.skip();
    assertThat(message.next()).isZero();
  }

  @Test
  void refusesAnotherKindThanIsWanted() throws IOException {
    WireReader message = reader(Wire.real(3, 0.1));
    message.next();
    assertThatThrownBy(message::text).hasMessage("field 3 has wire type 1, not 2");
  }

  @Property(tries = 300)
  void endsOrRefusesWhateverTheBytesAre(@ForAll byte[] bytes) {
    WireReader message = new WireReader(bytes, 0, bytes.length);
    int fields = 0;
    try {
      for (int field = message.next(); field != 0; field = message.next()) {
        message.skip();
        fields++;
      }
    } catch (IOException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
    assertThat(fields).isLessThanOrEqualTo(bytes.length);
  }
}
