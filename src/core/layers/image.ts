/** The shape of one example that is a picture, or a stack of feature maps: stored channel by channel, row by row (CHW). */
export interface ImageShape {
  readonly channels: number
  readonly height: number
  readonly width: number
}

export const sizeOf = ({ channels, height, width }: ImageShape): number => channels * height * width
