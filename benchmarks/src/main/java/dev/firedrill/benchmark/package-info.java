/// Benchmarks of the engine, run by JMH. Nothing here is tested or shipped.
@NullMarked
package dev.firedrill.benchmark;

import org.jspecify.annotations.NullMarked;
