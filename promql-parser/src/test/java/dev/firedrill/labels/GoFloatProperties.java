package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GoFloatProperties {
  @Property
  void everyShortestFormReadsBackAsTheSameNumber(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    assertThat(GoNumber.parseFloat(GoFloat.plain(value))).isEqualTo(Double.valueOf(value));
    assertThat(GoNumber.parseFloat(GoFloat.scientific(value))).isEqualTo(Double.valueOf(value));
    assertThat(GoNumber.parseFloat(GoFloat.general(value))).isEqualTo(Double.valueOf(value));
  }

  @Property
  void seventeenSignificantDigitsReadBackAsTheSameNumber(@ForAll double value) {
    assertThat(GoNumber.parseFloat(GoFloat.general(value, 17))).isEqualTo(Double.valueOf(value));
    assertThat(GoNumber.parseFloat(GoFloat.scientific(value, 16))).isEqualTo(Double.valueOf(value));
  }
}
