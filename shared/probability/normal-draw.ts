import { randomBits, randomUnit, type RandomState } from './random-state'

const layers = 128
// Right end of the lowest layer's body and the area of a layer, for 128 layers (Marsaglia & Tsang 2000).
const tailStart = 3.442619855899
const layerArea = 9.91256303526217e-3
// A draw's 25 signed bits beside the 7 that choose the layer.
const halfRange = 16777216

const edges = new Float64Array(layers + 1)
const heights = new Float64Array(layers + 1)
const widths = new Float64Array(layers)

function density(x: number): number {
  return Math.exp(-0.5 * x * x)
}

edges[0] = layerArea / density(tailStart)
edges[1] = tailStart
for (let layer = 2; layer < layers; layer++) {
  edges[layer] = Math.sqrt(-2 * Math.log(layerArea / edges[layer - 1]! + density(edges[layer - 1]!)))
}
edges[layers] = 0
for (let layer = 0; layer <= layers; layer++) heights[layer] = density(edges[layer]!)
for (let layer = 0; layer < layers; layer++) widths[layer] = edges[layer]! / halfRange

/**
 * A standard normal number, by the ziggurat: exact but for the 25 bits a draw has inside a layer.
 *
 * @param state the stream; changed
 * @see Marsaglia & Tsang, The ziggurat method, J. Stat. Software 5(8), 2000; layer and place take separate bits (Doornik 2005)
 */
export function normalDraw(state: RandomState): number {
  const bits = randomBits(state)
  const layer = bits & 127
  const place = bits >> 7
  const x = (place + 0.5) * widths[layer]!
  return Math.abs(x) < edges[layer + 1]! ? x : edgeDraw(state, layer, x)
}

/** The rare draws at the edge of a layer or in the tail. */
function edgeDraw(state: RandomState, layer: number, x: number): number {
  if (layer === 0) {
    let tail: number
    let limit: number
    do {
      tail = -Math.log(randomUnit(state)) / tailStart
      limit = -Math.log(randomUnit(state))
    } while (limit + limit < tail * tail)
    return x < 0 ? -(tailStart + tail) : tailStart + tail
  }
  const height = heights[layer]! + randomUnit(state) * (heights[layer + 1]! - heights[layer]!)
  return height < density(x) ? x : normalDraw(state)
}
