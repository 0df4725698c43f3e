# The page and the API have one address, so that the page calls its own origin. Nothing is kept at the edge: what is
# answered is somebody's ledger.
resource "aws_cloudfront_vpc_origin" "service" {
  vpc_origin_endpoint_config {
    name                   = local.name
    arn                    = aws_instance.service.arn
    http_port              = local.port
    https_port             = 443
    origin_protocol_policy = "http-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }

  depends_on = [aws_internet_gateway.service]
}

resource "aws_cloudfront_distribution" "page" {
  comment         = local.name
  enabled         = true
  is_ipv6_enabled = true
  http_version    = "http2and3"
  price_class     = "PriceClass_100"

  origin {
    origin_id   = "service"
    domain_name = aws_instance.service.private_dns

    vpc_origin_config {
      vpc_origin_id = aws_cloudfront_vpc_origin.service.id
      # News comes as a stream that is never longer silent than this.
      origin_read_timeout = 60
    }
  }

  default_cache_behavior {
    target_origin_id       = "service"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods         = ["GET", "HEAD"]
    compress               = false
    # CachingDisabled and AllViewer, by the ids that AWS gives them everywhere: nothing is kept, and all of the caller's
    # headers arrive, the name that was called among them, which the service compares.
    cache_policy_id          = "4135ea2d-6ad8-44a3-9df3-4b5a84be11ad"
    origin_request_policy_id = "216adef6-5c7f-47e4-b989-5492eafa07d3"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
