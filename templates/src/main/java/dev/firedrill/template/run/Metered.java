package dev.firedrill.template.run;

import dev.firedrill.template.function.Environment;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.List;
import java.util.Optional;

/// The world around a template, with an end to what may be asked of it: Go would go on for as long
/// as a template keeps it busy.
///
/// A step is a node, a turn of a loop or a call, and whatever else takes about as long. So many
/// steps as there may be are the work of about half a second.
final class Metered implements Environment {
  private static final long MOST = 5_000_000;

  private final Environment world;
  private long steps;

  private Metered(Environment world) {
    this.world = world;
  }

  /// {@return the world with an end, that of a run around this one where there is one}
  static Environment of(Environment world) {
    return world instanceof Metered ? world : new Metered(world);
  }

  @Override
  public void spend(long more) {
    steps += more;
    if (steps > MOST) {
      throw new ValueFailure("gave up after " + MOST + " steps");
    }
  }

  @Override
  public List<Value> query(String expression) {
    return world.query(expression);
  }

  @Override
  public long now() {
    return world.now();
  }

  @Override
  public Optional<String> externalUrl() {
    return world.externalUrl();
  }

  @Override
  public String routeLabel(String name) {
    return world.routeLabel(name);
  }
}
