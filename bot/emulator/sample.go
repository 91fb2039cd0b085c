package emulator

import (
	"bytes"
	"encoding/binary"
	"sync"
)

// What people send where a test or the page says no more than its kind. The photo stands in picture.go.

const sampleSeconds = 3

// sampleVoice is silence: OGG with Opus, as all voice messages at Telegram are
// (https://www.rfc-editor.org/rfc/rfc7845), and true to its length in any player.
var sampleVoice = sync.OnceValue(func() []byte {
	const (
		packetsPerSecond = 50 // of 20 ms
		samplesPerPacket = 960
	)
	head := append([]byte("OpusHead"), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0) // one channel, 48 kHz
	tags := append([]byte("OpusTags"), 0, 0, 0, 0, 0, 0, 0, 0)
	silence := []byte{0xf8, 0xff, 0xfe}
	var stream bytes.Buffer
	stream.Write(oggPage(0, 2, 0, [][]byte{head}))
	stream.Write(oggPage(1, 0, 0, [][]byte{tags}))
	for second := range sampleSeconds {
		packets := make([][]byte, packetsPerSecond)
		for i := range packets {
			packets[i] = silence
		}
		flags := byte(0)
		if second == sampleSeconds-1 {
			flags = 4 // the last page
		}
		stream.Write(oggPage(uint32(second+2), flags, uint64((second+1)*packetsPerSecond*samplesPerPacket), packets))
	}
	return stream.Bytes()
})

// oggPage is one page of the stream 1, with whole packets below 255 bytes each.
func oggPage(number uint32, flags byte, position uint64, packets [][]byte) []byte {
	page := append([]byte("OggS"), 0, flags)
	page = binary.LittleEndian.AppendUint64(page, position)
	page = binary.LittleEndian.AppendUint32(page, 1)
	page = binary.LittleEndian.AppendUint32(page, number)
	page = append(page, 0, 0, 0, 0, byte(len(packets)))
	for _, packet := range packets {
		page = append(page, byte(len(packet)))
	}
	for _, packet := range packets {
		page = append(page, packet...)
	}
	binary.LittleEndian.PutUint32(page[22:], oggChecksum(page))
	return page
}

// oggChecksum is CRC-32 with the polynomial 04c11db7, neither reflected nor inverted.
func oggChecksum(page []byte) uint32 {
	var sum uint32
	for _, b := range page {
		sum ^= uint32(b) << 24
		for range 8 {
			carry := sum & (1 << 31)
			sum <<= 1
			if carry != 0 {
				sum ^= 0x04c11db7
			}
		}
	}
	return sum
}

// sampleVideo is the head of an MP4 and no picture: enough to be told as a video.
func sampleVideo() []byte { return []byte("\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2mp41") }

// sampleAudio is the head of an MP3 and no sound.
func sampleAudio() []byte { return []byte("ID3\x04\x00\x00\x00\x00\x00\x00") }

func sampleSticker() []byte { return []byte("RIFF\x04\x00\x00\x00WEBP") }

// sampleLocation is the Red Square in Moscow.
func sampleLocation() *apiLocation { return &apiLocation{55.7539, 37.6208} }

var samples = map[string]struct {
	name, mime    string
	content       func() []byte
	width, height int
	duration      int
}{
	"photo":      {name: "photo.png", content: func() []byte { return samplePhoto() }},
	"video":      {"video.mp4", "video/mp4", sampleVideo, 640, 360, sampleSeconds},
	"voice":      {"voice.oga", "audio/ogg", func() []byte { return sampleVoice() }, 0, 0, sampleSeconds},
	"video_note": {"video_note.mp4", "video/mp4", sampleVideo, 240, 240, sampleSeconds},
	"audio":      {"music.mp3", "audio/mpeg", sampleAudio, 0, 0, sampleSeconds},
	"document":   {"note.txt", "text/plain", func() []byte { return []byte("Заявка") }, 0, 0, 0},
	"sticker":    {"sticker.webp", "image/webp", sampleSticker, 512, 512, 0},
}
