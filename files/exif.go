package files

import (
	"bytes"
	"encoding/binary"
	"io"
)

// jpegFacts are what a JPEG's header tells beside its size.
type jpegFacts struct {
	orientation int  // 1 to 8, as EXIF counts: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf, 4.6.4
	progressive bool // all of its coefficients are in memory while it is read
}

// Markers of JPEG segments: ITU T.81, table B.1.
const (
	startOfImage       = 0xd8
	startOfScan        = 0xda
	startOfProgressive = 0xc2
	application1       = 0xe1 // EXIF is in it
)

// readJPEGFacts reads the segments before the picture itself. What cannot be understood is left as it usually is.
func readJPEGFacts(from io.Reader) jpegFacts {
	facts := jpegFacts{orientation: 1}
	var marker [2]byte
	if _, err := io.ReadFull(from, marker[:]); err != nil || marker != [2]byte{0xff, startOfImage} {
		return facts
	}
	for {
		var segment [4]byte // 0xff, marker, length that counts itself
		if _, err := io.ReadFull(from, segment[:]); err != nil || segment[0] != 0xff || segment[1] == startOfScan {
			return facts
		}
		length := int64(binary.BigEndian.Uint16(segment[2:])) - 2
		if length < 0 {
			return facts
		}
		facts.progressive = facts.progressive || segment[1] == startOfProgressive
		content := make([]byte, length) // below 64 kB
		if _, err := io.ReadFull(from, content); err != nil {
			return facts
		}
		if tiff, isEXIF := bytes.CutPrefix(content, []byte("Exif\x00\x00")); isEXIF && segment[1] == application1 {
			facts.orientation = orientationIn(tiff)
		}
	}
}

// orientationIn finds the orientation among the first directory of a TIFF header, 1 for none.
func orientationIn(tiff []byte) int {
	const (
		headerSize  = 8
		entrySize   = 12
		orientation = 0x0112
	)
	if len(tiff) < headerSize {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < entrySize {
			return 1
		}
		if order.Uint16(entries) == orientation {
			if found := int(order.Uint16(entries[8:])); found >= 1 && found <= 8 {
				return found
			}
			return 1
		}
		entries = entries[entrySize:]
	}
	return 1
}
