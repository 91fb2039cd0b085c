package files

import (
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// shrink makes a picture smaller so that its longest side has at most so many pixels, on white. First the mean of
// whole squares of pixels is taken, a strip at a time, because a filter over the original would take more memory
// than it; the rest, which is less than a half, is interpolated.
func shrink(picture image.Image, side int) *image.RGBA {
	size := picture.Bounds().Size()
	longest := max(size.X, size.Y)
	if square := longest / side; square > 1 {
		picture = means(picture, square)
	}
	fits := size
	if longest > side {
		fits = image.Pt(max(1, size.X*side/longest), max(1, size.Y*side/longest))
	}
	small := image.NewRGBA(image.Rectangle{Max: fits})
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src)
	if picture.Bounds().Size() == fits {
		draw.Draw(small, small.Bounds(), picture, picture.Bounds().Min, draw.Over)
	} else {
		draw.ApproxBiLinear.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Over, nil)
	}
	return small
}

// means is a picture of the mean of each square of so many pixels a side. A rest at the right and at the bottom
// that makes no whole square is left out.
func means(picture image.Image, square int) *image.RGBA {
	from := picture.Bounds()
	small := image.NewRGBA(image.Rect(0, 0, max(1, from.Dx()/square), max(1, from.Dy()/square)))
	strip := image.NewRGBA(image.Rect(0, 0, from.Dx(), min(square, from.Dy())))
	count := min(square, from.Dx()) * strip.Rect.Dy()
	for y := range small.Rect.Dy() {
		draw.Draw(strip, strip.Rect, picture, image.Pt(from.Min.X, from.Min.Y+y*square), draw.Src)
		for x := range small.Rect.Dx() {
			var sum [4]int
			for row := range strip.Rect.Dy() {
				begin := strip.PixOffset(x*square, row)
				for i, value := range strip.Pix[begin:min(begin+4*square, (row+1)*strip.Stride)] {
					sum[i%4] += int(value)
				}
			}
			small.SetRGBA(x, y, color.RGBA{uint8(sum[0] / count), uint8(sum[1] / count), uint8(sum[2] / count), uint8(sum[3] / count)})
		}
	}
	return small
}

// upright turns and mirrors a picture as EXIF's orientation says.
func upright(picture *image.RGBA, orientation int) *image.RGBA {
	if orientation <= 1 {
		return picture
	}
	width, height := picture.Rect.Dx(), picture.Rect.Dy()
	size := image.Pt(width, height)
	if orientation >= 5 { // lies on its side
		size = image.Pt(height, width)
	}
	turned := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			fromX, fromY := x, y
			switch orientation {
			case 2:
				fromX = width - 1 - x
			case 3:
				fromX, fromY = width-1-x, height-1-y
			case 4:
				fromY = height - 1 - y
			case 5:
				fromX, fromY = y, x
			case 6:
				fromX, fromY = y, height-1-x
			case 7:
				fromX, fromY = width-1-y, height-1-x
			case 8:
				fromX, fromY = width-1-y, x
			}
			turned.SetRGBA(x, y, picture.RGBAAt(fromX, fromY))
		}
	}
	return turned
}
