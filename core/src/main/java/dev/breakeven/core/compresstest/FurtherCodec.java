package dev.breakeven.core.compresstest;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.io.output.CountingOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.xerial.snappy.Snappy;

/**
 * The codecs that only {@code ?codecs=all} asks for, at best compression. Each is a library's, and that library is loaded when
 * the codec is first used: an ordinary request should neither wait for it nor pay for its memory.
 */
public enum FurtherCodec {
    /** With a dictionary that holds all of the content: more would only take memory, eleven times as much of it. */
    XZ {
        @Override
        void compress(byte[] content, OutputStream out) throws IOException {
            LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_MAX);
            options.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, content.length));
            try (OutputStream xz = new XZOutputStream(out, options)) {
                xz.write(content);
            }
        }
    },

    /** The highest level without {@code --ultra}, whose larger windows gain nothing on 3 MiB. */
    ZSTD {
        private static final int LEVEL = 19;

        @Override
        void compress(byte[] content, OutputStream out) throws IOException {
            out.write(Zstd.compress(content, LEVEL));
        }
    },

    BROTLI {
        private static final int BEST_QUALITY = 11;

        @Override
        void compress(byte[] content, OutputStream out) throws IOException {
            Brotli4jLoader.ensureAvailability();
            out.write(Encoder.compress(content, new Encoder.Parameters().setQuality(BEST_QUALITY)));
        }
    },

    /** LZ4's frame with its high compression. The library's own Java, for its native code is as fast again and no smaller. */
    LZ4 {
        private static final int BEST_LEVEL = 17;
        private static final long LENGTH_NOT_WRITTEN = -1;

        @Override
        void compress(byte[] content, OutputStream out) throws IOException {
            try (OutputStream lz4 = new LZ4FrameOutputStream(
                    out,
                    BLOCKSIZE.SIZE_4MB,
                    LENGTH_NOT_WRITTEN,
                    LZ4Factory.safeInstance().highCompressor(BEST_LEVEL),
                    XXHashFactory.safeInstance().hash32(),
                    FLG.Bits.BLOCK_INDEPENDENCE)) {
                lz4.write(content);
            }
        }
    },

    /** Without a frame, as databases and queues use it; it has no levels. */
    SNAPPY {
        @Override
        void compress(byte[] content, OutputStream out) throws IOException {
            out.write(Snappy.compress(content));
        }
    };

    /** As the sizes and times of an answer are called. */
    String answerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many bytes the content takes. */
    public long compressedBytes(byte[] content) {
        try (CountingOutputStream counter = new CountingOutputStream(OutputStream.nullOutputStream())) {
            compress(content, counter);
            return counter.getByteCount();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A counter refused a byte", impossible);
        }
    }

    abstract void compress(byte[] content, OutputStream out) throws IOException;
}
