/**
 * How long one request takes: a class per question, each with its recipe. {@code -Pbench} runs them, and {@code verify} runs each once
 * so that none rots.
 */
@NullMarked
package dev.breakeven.benchmarks;

import org.jspecify.annotations.NullMarked;
