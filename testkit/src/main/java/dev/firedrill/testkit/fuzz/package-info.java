/// Spoilt inputs for readers: seeds, ways to spoil them, and the runs that throw them at a reader.
@NullMarked
package dev.firedrill.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
