import { randomBits, randomUnit, type RandomState } from './random-state'

const layers = 256
// Right end of the lowest layer's body and the area of a layer, for 256 layers (Marsaglia & Tsang 2000).
const tailStart = 7.69711747013105
const layerArea = 3.949659822581572e-3
// A draw's 24 bits beside the 8 that choose the layer.
const range = 16777216

const edges = new Float64Array(layers + 1)
const heights = new Float64Array(layers + 1)
const widths = new Float64Array(layers)

edges[0] = layerArea / Math.exp(-tailStart)
edges[1] = tailStart
for (let layer = 2; layer < layers; layer++) edges[layer] = -Math.log(layerArea / edges[layer - 1]! + Math.exp(-edges[layer - 1]!))
edges[layers] = 0
for (let layer = 0; layer <= layers; layer++) heights[layer] = Math.exp(-edges[layer]!)
for (let layer = 0; layer < layers; layer++) widths[layer] = edges[layer]! / range

/**
 * An exponential number of mean 1, by the ziggurat: exact but for the 24 bits a draw has inside a layer.
 *
 * @param state the stream; changed
 * @see Marsaglia & Tsang, The ziggurat method, J. Stat. Software 5(8), 2000
 */
export function exponentialDraw(state: RandomState): number {
  const bits = randomBits(state)
  const layer = bits & 255
  const x = ((bits >>> 8) + 0.5) * widths[layer]!
  return x < edges[layer + 1]! ? x : edgeDraw(state, layer, x)
}

/** The rare draws at the edge of a layer or in the tail. */
function edgeDraw(state: RandomState, layer: number, x: number): number {
  // Beyond its start the tail is the same distribution again.
  if (layer === 0) return tailStart - Math.log(randomUnit(state))
  const height = heights[layer]! + randomUnit(state) * (heights[layer + 1]! - heights[layer]!)
  return height < Math.exp(-x) ? x : exponentialDraw(state)
}
