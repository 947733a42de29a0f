// What the article's program does to an upload, for the sake of comparison: gzip, bzip2 and DEFLATE at best compression,
// the three at the same time, and the number of bytes that each leaves.
//
// It reads a length (four bytes, big-endian) and that many bytes, again and again, and answers each with three lengths.
package main

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"io"
	"log"
	"os"
	"sync"

	"github.com/dsnet/compress/bzip2"
)

type counter uint32

func (c *counter) Write(bytes []byte) (int, error) {
	*c += counter(len(bytes))
	return len(bytes), nil
}

var codecs = []func(io.Writer) (io.WriteCloser, error){
	func(out io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(out, gzip.BestCompression) },
	func(out io.Writer) (io.WriteCloser, error) {
		return bzip2.NewWriter(out, &bzip2.WriterConfig{Level: bzip2.BestCompression})
	},
	func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestCompression) },
}

func main() {
	in := bufio.NewReader(os.Stdin)
	for {
		var length uint32
		if err := binary.Read(in, binary.BigEndian, &length); err == io.EOF {
			return
		} else if err != nil {
			log.Fatal(err)
		}
		content := make([]byte, length)
		if _, err := io.ReadFull(in, content); err != nil {
			log.Fatal(err)
		}
		if err := binary.Write(os.Stdout, binary.BigEndian, sizes(content)); err != nil {
			log.Fatal(err)
		}
	}
}

func sizes(content []byte) []counter {
	sizes := make([]counter, len(codecs))
	var running sync.WaitGroup
	for i, codec := range codecs {
		running.Add(1)
		go func(size *counter, codec func(io.Writer) (io.WriteCloser, error)) {
			defer running.Done()
			out, err := codec(size)
			if err == nil {
				_, err = out.Write(content)
			}
			if err == nil {
				err = out.Close()
			}
			if err != nil {
				log.Fatal(err)
			}
		}(&sizes[i], codec)
	}
	running.Wait()
	return sizes
}
