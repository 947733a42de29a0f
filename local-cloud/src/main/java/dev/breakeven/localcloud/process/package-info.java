/**
 * Child processes: starting them, what they print, what CPU time and memory they take, and ending them. None outlives the JVM
 * that started it, unless that JVM is killed outright.
 */
@NullMarked
package dev.breakeven.localcloud.process;

import org.jspecify.annotations.NullMarked;
