/// What PromQL functions compute. One file for a function with a body, tables for one-liners.
@NullMarked
package dev.firedrill.engine.function;

import org.jspecify.annotations.NullMarked;
