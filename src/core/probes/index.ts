export {
  type DivergedQuantity,
  divergence,
  type LayerStatistics,
  layerStatistics,
} from './layer-statistics.ts'
export { activationMoments } from './moments.ts'
export { deltaNorm, norm } from './norms.ts'
export { deadFraction, saturatedFraction } from './saturation.ts'
export { UpdateRatios } from './update-ratio.ts'
